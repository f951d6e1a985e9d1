"""Sentences made up in the manner of many parties on violence against women and girls, each with the rows it speaks of.

The first named is the row that it is mainly about; "more" stands for none. Most were written, and their rows named,
before the program was asked: some it still puts elsewhere.
"""

VAWG_ROWS = """
strategy | Zero tolerance of violence against women: a whole-of-government strategy with a minister who answers for it.
strategy | Domestic, Sexual and Gender-Based Violence Agency: give Cuan the budget to do its work.
strategy | One woman in three will suffer violence in her life.
strategy | We will declare femicide a national emergency.
strategy | Set up a body to count and learn from every killing of a woman by a partner.
police | Every police division will have a protective services unit trained for cases of rape and domestic abuse.
police | Phones of women who report rape should be returned within a day and never trawled for gossip.
police | A domestic abuse call will be answered by an officer within the hour.
police | Officers who ignore a breached barring order must answer for it.
laws | Make spiking a crime of its own.
laws | Coercive control should be an offence in Northern Ireland’s law as it is elsewhere.
laws | Sharing sexual deepfakes without consent will be outlawed.
laws | Raise the minimum sentence for rape to eight years.
laws | Misogyny should be treated as an aggravating factor in sentencing.
courts | Legal aid without a means test for anyone seeking a safety order.
courts | Counselling notes must never be handed to the defence in sexual offence trials.
courts | Family court judges will be trained to see coercive control.
courts | Victims wait four years for a rape trial.
support | No woman fleeing a violent man will be turned away because the beds are full: a family place in every county.
support | Core funding over five years for rape crisis centres and Women’s Aid groups.
support perpetrators | Survivors will have priority for council homes, and the abuser will be the one to leave.
support | Ten days’ paid leave for workers who leave an abusive partner.
support | Migrant women with no recourse to public funds must be able to enter a refuge.
support | A helpline open day and night, in twelve languages, for those who live with abuse.
perpetrators | Fit serial abusers with GPS tags.
perpetrators | Men who batter their partners must attend a programme that makes them change.
perpetrators | A public register of those convicted of domestic violence.
perpetrators laws | Disclose a man’s violent past to his new partner on request.
public | Women should be able to run in the park after dark.
public | Bus drivers may set women down between stops at night.
public | Taxi licences will be refused to men with a record of sexual offences.
public | Groping on the MRT is not a nuisance but an assault.
prevention | Consent classes for every pupil from the age of twelve, and for every boy a talk on what respect means.
prevention | Challenge the influencers who sell hatred of women to teenage boys.
prevention | Sports clubs, employers and unions will be asked to speak to men about men’s violence.
prevention | Train barbers, publicans and hairdressers to notice abuse.
abroad | Girls at risk of being cut abroad in the school holidays will be protected by passport orders.
abroad | Women trafficked into brothels will be treated as victims, not offenders.
abroad | Put women at the peace table, and prosecute rape as a war crime.
abroad support | Our aid will pay for shelters for women in countries at war.
support | Maids who are beaten or assaulted by employers must be able to leave at once and work elsewhere.
strategy | A tsar for women’s safety will report to the First Minister.
strategy | Ring-fenced money in every department’s budget for ending gender-based violence.
strategy | We will implement the Istanbul Convention in full.
strategy | Collect figures on femicide.
strategy | Two women are killed each week by a man they know.
police | Only one reported rape in a hundred ends in a conviction.
police | Specialist prosecutors for stalking and sexual crime in every region.
police perpetrators | Police should arrest at the first breach of a protection order.
police | Women have been murdered after calling 999 and being told to wait.
police | Test the backlog of rape kits.
laws | A new offence of street harassment.
laws | Abolish the defence that she consented to being choked.
laws | Economic abuse must be written into law.
laws | Close the loophole that lets marital rape go unpunished.
laws | Men who kill their wives serve shorter sentences than men who kill strangers, and that must change.
courts | Judge-only trials for rape are a step too far, but ground rules hearings and intermediaries are not.
courts | Free legal advice for complainants from the first day.
courts | The presumption that a violent father should see his children will go.
courts | Hear domestic violence cases within eight weeks.
courts perpetrators | Victims of sexual assault will be told when their attacker is to be released.
support | Women and their children sleep in cars because there is no room in the shelters.
support | Housing officers will treat anyone who flees abuse as homeless at once.
support | Pets can stay with survivors in safe houses.
support | Trauma therapy within a month for everyone who has been raped.
support | Specialist services run by and for black and minoritised women will have their own fund.
support | Benefits will be paid to each partner separately so that abusers cannot control the money.
perpetrators | Hostels for men who have been put out of the home after hitting their partner.
perpetrators | Ankle bracelets with alarms for stalkers.
perpetrators police | Police will keep watch on the thousand most dangerous offenders against women.
perpetrators | Perpetrator courses work only when they last a year.
public | Street lamps will not be turned off at midnight: women asked us to keep them on.
public | Safe walking routes, help points and late-night wardens for women on their way home.
public | A women-only carriage is no answer to harassment on trains; guards are.
public | Pubs and clubs will train their door staff to spot predators.
public | Catcalling makes girls change their route to school.
prevention | Pornography teaches boys that violence is sex.
prevention | Relationship lessons that speak plainly about abuse.
prevention | Stop violence before it begins by working with fathers, coaches and clubs.
prevention | Campus consent officers in each university.
prevention | A campaign on television will tell men: your mate, your job to speak up.
abroad | Honour has no place in murder: families who force girls to marry will be prosecuted.
abroad | Midwives must report cutting.
abroad | We would buy no goods made by trafficked women.
abroad | Sell sex and you will not be punished; buy it and you will.
abroad | UN peacekeepers who abuse women must be tried.
strategy | We will not rest until every woman in this land is safe in her own home.
strategy | Each ministry will report yearly on what it did to end gender-based violence.
strategy | Femicide must be counted.
strategy | A national conversation on male violence.
police | Body cameras must be on whenever police go to a domestic incident.
police | Detectives trained in sexual crime for each county.
police | Nine in ten women who report rape drop out before charge.
police | Never again should the police file a stalking report and forget it.
laws | Threatening to share nude pictures should be a crime even between spouses.
laws | Lengthen the time in which sexual assault can be prosecuted.
laws | Rape should be defined by the lack of consent.
laws | Double the penalty for breaking a domestic abuse order.
courts | Dedicated judges for sexual offences.
courts | No victim of abuse should pay for a barrister.
courts | Give women who were abused a say before release boards.
courts | Let survivors testify from another room.
support | Ten new sexual assault treatment units, open all hours.
support | Rent help for women who run from violent homes.
support | Interpreters in every shelter.
support | Counselling for children who have seen their mother beaten.
perpetrators | The violent partner, not the mother and children, should leave the house.
perpetrators | Monitor convicted rapists after they leave prison.
perpetrators | Anger courses for men who hit.
perpetrators | Publish a list of men with two convictions for stalking.
public | Light the towpath so that women can cycle home.
public | Women drivers for women passengers at night.
public | Panic buttons at bus stops for women and girls.
public | Hotels and clubs should pledge to help women who feel followed.
prevention | Football clubs against sexism and abuse.
prevention | Pupils will learn what abuse in a relationship looks like.
prevention | Talk to fathers about violence.
prevention | Age checks on pornography, which feeds violence against women.
abroad laws | Marriage under eighteen will be banned, here and for our citizens overseas.
abroad | No arms for armies that use rape.
abroad | Asylum for women who flee honour crimes.
abroad | Close massage parlours that sell trafficked girls.
support | Nine counties have no refuge at all.
support | The State must fund rape crisis centres on a multi-annual basis.
police | Coercive control convictions remain rare, and gardaí need specialist training to build cases.
courts | Family courts sit in cramped buildings where a woman can meet her abuser in the corridor.
perpetrators | We favour a domestic violence register, known as Jennie’s Law.
prevention | Consent must be at the heart of a new school programme.
abroad police | Buying sex is a crime, and Garda action against pimps should be stepped up.
laws police | Marital immunity for rape has gone, but the reporting of sexual offences remains low.
prevention | Schools should teach respect and consent to curb sexual harassment and voyeurism among students.
support police | A one-stop abuse forensic examination centre should be open in each region.
support | Domestic workers who suffer violence need shelters.
support | I will ring-fence money for the women’s sector and for refuges run by and for Black women.
prevention | Misogyny is where violence begins: each secondary school will be offered workshops.
perpetrators | Repeat stalkers will wear tags that alert their victims.
prevention | Boys will be taught to respect girls, and that violence against women is never acceptable.
"""
