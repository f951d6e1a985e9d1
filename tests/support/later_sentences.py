"""Sentences in the manner of later manifestos, and of Scotland, Wales and Northern Ireland, with their topics."""

from __future__ import annotations

LATER_POLICE = """
Repeal the anti-protest laws.
Every neighbourhood gets named, contactable officers under our neighbourhood policing guarantee.
Introduce Respect Orders to ban repeat troublemakers from town centres.
A new Community Policing Guarantee will restore visible patrols.
Halt and reverse the centralisation of Police Scotland.
Bring back local police boards in Scotland.
We will raise PSNI officer numbers to 7,500.
Fund the Police Service of Northern Ireland properly.
Restore 50:50 recruitment to the PSNI.
Parade organisers must pay for policing.
Extend live facial recognition with clear rules.
Pass a law to stop police misusing biometric data.
We will put a uniformed officer on every night tube train.
Scrap the Police, Crime, Sentencing and Courts Act.
Restore Safer Neighbourhood Teams to every ward.
The College of Policing will set national standards.
Hot spot patrols will be doubled in 20 areas.
A named officer for every community.
Zero tolerance policing will be restored.
Commence a recruitment drive for 40,000 new police officers.
End woke policing and sack chief constables who allow two-tier policing.
Officers will no longer waste time on non-crime hate incidents.
Immediate use of stop and search powers to cut knife deaths.
Introduce a duty on police to refer young people caught with a knife.
Smash the criminal boat gangs with a new Border Security Command.
Use counter-terrorism powers to pursue, disrupt and arrest the smuggling gangs.
Strengthen the powers of the Independent Office of Police Conduct.
Hold an independent public inquiry into the policing of Orgreave.
A Hillsborough law will place a duty of candour on police and other authorities.
Increase the number of armed officers and dog handlers.
Ring-fence money for rural crime teams.
Strengthen penalties for assaulting emergency workers such as police officers and paramedics.
Create an Online Crime Agency to tackle online fraud and abuse.
We will fight fraud by giving the police the specialists they need.
Return to Peelian principles of policing by consent.
Give local people a say over their policing priorities.
Every child's first contact with the police should be a good one.
Protest is a right and kettling must end.
Ban the police from using AI to predict who will offend.
Undercover officers have spied on trade unionists for decades.
Ensure every Londoner knows the name of their ward officer.
Ensure 101 calls are answered within a minute.
Tackle the blight of drug dealing on our estates with dawn raids.
Confiscate zombie knives and machetes.
A knife surrender scheme in every borough.
Bring thieves to justice by making sure that the police follow up on phone tracking data.
Crack down on hare coursing and livestock theft.
We will invest in fighting wildlife crime through the National Wildlife Crime Unit.
Prevent must be reviewed so that communities trust the police.
Scrap the police bill's restrictions on noisy demonstrations.
Elected Police Commissioners have been an expensive failure.
Introduce directly elected individuals to set local policing priorities.
Replace the Police Authority with someone you can vote for.
We will protect the police budget in real terms.
We will give the Garda and the PSNI the means to work together.
We support the transfer of responsibility for policing to Cardiff.
Welsh forces should receive the apprenticeship levy money they pay.
Restore the police's power to stop people carrying acid.
Deaths in police custody must be investigated independently.
Fund 1,000 more neighbourhood wardens and police officers.
Crack down on anti social behaviour.
Crack down on antisocial behavior with more patrols.
Tackle organized crime by giving investigators new tools.
More counterterrorism officers at airports.
Neighborhood policing will return.
Stop & search must be fair.
Stop-and-Search powers will be curbed.
Give the Metropolitan Police Service the leadership it deserves.
Ask the Inspectorate of Constabulary to report each year.
Force chiefs to publish clear-up rates for burglary.
End the practice of strip searching children.
Enough of the two-tier approach by chief constables.
Create a Scottish police investigations commissioner with teeth.
Work with Gardaí on cross-border crime.
Make sure that forensic services serve detectives well.
Every burglary will be attended.
Investigate every home burglary.
Attend every shoplifting, whatever the value.
Catch more criminals.
Tackle e-scooter and moped crime with dedicated patrols.
Put CCTV on every bus.
Stop county lines.
We will stop gangs from exploiting children through county lines by pursuing their ringleaders.
Neighbourhood wardens and police will share offices.
We will give the security services and police the powers to foil plots.
Break up organised crime gangs.
Tackle hate crime by making sure it is recorded and prosecuted by the police.
We will scrap the £200 limit below which thefts from shops go uninvestigated.
Require an officer to visit after each break-in.
Strengthen safeguards on the police use of informers.
Give the public a right to see how the police spend their money.
Abolish the post of PFCC.
"""
LATER_WOMEN = """
Introduce Raneem’s Law in memory of Raneem Oudeh.
Halve the number of women who suffer at the hands of violent men.
Make the streets safe for women and girls.
Specialist teams for rape and sexual offences will be set up.
Outlaw upskirting, downblousing and so-called revenge porn.
Stop stalkers from changing their names.
Make strangulation a specific offence.
Strengthen the use of Stalking Protection Orders.
Make coercive or controlling behaviour by ex-partners a crime.
Pass an Equally Safe law.
Implement the Equally Safe strategy in every school.
A Misogyny Bill will be brought to Holyrood.
We will work to eliminate all forms of violence against women in Northern Ireland.
End rough sex as a defence.
Guarantee migrant women the same protection from abuse as everyone else.
Give Women’s Aid groups three-year funding.
Fund sexual assault referral centres in every health board.
End the rape clause.
Reform the family courts so that abusive parents cannot use them.
Free legal advocates for rape survivors will be offered in every region.
Ensure that domestic abuse victims can take their pets with them.
Economic abuse by partners must be recognised by banks.
Introduce a domestic abuse commissioner for Scotland.
Roll out Operation Encompass so that schools learn of domestic incidents.
Provide emergency housing for women and their children escaping violence at home.
Introduce a new offence of domestic abuse and let courts tag offenders.
Support women who want to leave prostitution.
Introduce the Nordic model and criminalise the buying of sex.
Tackle trafficking of women for sexual exploitation.
Women should be able to go for a run in the park without fear.
Fit more lighting so women can travel home without fear.
Change the culture that lets sexual harassment thrive in Parliament.
Employers must prevent sexual harassment at work.
Protect women in public life from online abuse and threats of rape.
End non-disclosure agreements that silence victims of sexual harassment.
We will double the number of rape convictions.
Only one in a hundred rapes ends with a charge.
Introduce lifelong anonymity for victims of female genital mutilation.
More shelters for battered women.
Stop violent men from owning shotguns.
Raise the minimum sentence for murder where it ends years of coercive control.
Give teachers the tools to challenge sexism and misogyny in class.
Make it easier for victims of domestic violence to get legal aid.
End violence against women for good: it is the oldest pandemic.
We will bring the Istanbul Convention into Scots law.
Train GPs to spot the signs of domestic abuse.
Extend the time limit for prosecuting common assault in domestic cases.
Sex attackers must serve their whole sentence.
Women fear going out after dark.
Criminalise cyberflashing and the sharing of intimate images.
Launch a campaign to tackle abusive behaviour in teenage relationships.
The gangs who groomed girls must face justice in a national inquiry.
End the use of rape as a weapon of war.
Violence in the home is never a private matter.
End so called honor killings.
Fund rape crisis centers.
Fund perpetrator programs.
Criminalize stalking.
Support victims of gender based violence.
Tackle gender-based abuse.
Zero tolerance of sexual harassment in the armed forces.
Domestic and sexual abuse will be tackled.
Sexual and domestic violence services need long-term funding.
End violence and abuse against women, girls and older people.
Every victim of rape should have an ISVA.
End the use of personal records of rape victims in court.
Make the buses safe: women should not be harassed on the way home.
Extend protection orders for victims of stalking and domestic abuse.
Prostitution is a form of violence against women.
Tackle male violence by working with boys.
A refuge in every county for women fleeing violence.
Help for women at risk of violence from partners.
Review the law that lets abusers claim child contact.
Give the children of abused women counselling.
Tackle the scandal of domestic homicide.
Strengthen laws on harassment of women near clinics.
Prevent abuse in teenage relationships.
Give asylum to women at risk of FGM.
Rape within marriage must be prosecuted like any other rape.
Women in Northern Ireland face one of the highest rates of femicide in Europe.
Online abuse of women must be an offence.
"""
LATER_FIRES = """
Make the Building Safety Act work for every leaseholder.
Speed up remediation of unsafe blocks.
Set a legal deadline for the removal of unsafe cladding.
Protect leaseholders from the costs of cladding remediation.
Create a Building Works Agency to fix unsafe flats.
Enshrine Grenfell’s lessons in a Hillsborough-style duty of candour.
Equip firefighters to deal with wildfires and floods.
Reverse cuts to retained fire stations in rural Scotland.
The Scottish Fire and Rescue Service needs new stations.
NIFRS crews need safe appliances.
We oppose the closure of the fire control room in Dorset.
Support the FBU’s campaign for cancer screening.
Reverse the plan for regional fire control centres.
Ban flammable insulation on homes and schools.
Fit every high-rise with sprinklers and alarms.
Give tenants the right to have fire hazards repaired within a week.
Personal emergency evacuation plans for disabled residents will be made law.
Test white goods such as tumble dryers that catch fire.
Make the cause of house fires public.
Introduce a Fire Safety Bill.
Stop the privatisation of our fire service.
Merge our fire and rescue authorities into one national service.
Create an arson reduction team.
Back the families and survivors of the Grenfell Tower fire.
Ban disposable barbecues on moorland to prevent wildfires.
Chip pan fires are still the largest cause of fire deaths in the home.
A fire prevention visit for every home with an older resident.
Insurance for blocks with fire defects must be affordable.
Make developers pay for the building safety crisis that they caused.
Protect our hills from gorse fires.
Disposable vapes cause fires in bin lorries.
Smoke from the moor fire closed three schools.
Recruit on-call firefighters in villages.
Restore the fire brigade’s budget.
Fire & Rescue staff deserve better.
Invest in fire-fighters and equipment.
Fire fighters save lives.
Buildings over 11 metres must have sprinklers.
High-rise cladding must come down.
Tower block residents live in fear of fire.
Fire kills: every rented home must have a working smoke alarm.
Keep the fire engines at Barnes.
We will legislate so that landlords carry the cost of fire remediation.
Smoke detectors in every home.
Prepare for wildfire.
Protect forests from fire.
Regulations on furniture flammability will be updated.
Chargers for e-bikes must meet a safety standard to stop fires.
Ten minute fire response will be guaranteed.
"""
LATER_NEITHER = """
Phase out the internal combustion engine by 2035.
Give tenants legal remedies against bad buildings.
Replace the Press Complaints Commission (PCC) with a press watchdog of teeth.
Cut ambulance response times in our emergency services.
CCTV in care homes only where residents agree.
Conservation officers will walk every neighbourhood.
The idea spread like wildfire.
Introduce tougher community sentences.
Prison officers deserve a pay rise.
End the overcrowding of jails.
Reduce court backlogs so justice is swift.
Retire at 60 for prison staff.
Victims deserve a say at parole hearings.
End short custodial sentences for women.
Invest in early years to prevent crime later in life.
Youth violence is a public health issue.
Build more affordable homes for key workers such as nurses and teachers.
Crack down on second home owners.
Crack down on illegal immigration with faster removals.
Target those who dodge their taxes.
Enforce planning law against those who breach it.
We will set up a new Serious Fraud watchdog for politicians.
We will bring the banks to justice.
The government should stop policing our speech.
Local authorities will be able to enforce parking rules.
Trading standards officers will get new powers.
Immigration officers will check passports.
The chief medical officer will report each year.
Send more special advisers home.
Support special schools.
Our special relationship is strong.
Restore the beat of local music venues.
The Met Office will get a new computer.
The terrorist attack shocked us all.
Defence forces will get new drones.
Forces beyond our control drive prices.
Task forces will be set up in each region.
Workforce planning for the NHS.
Tackle anti-social landlords.
Cut red tape for fishing crews.
Our cyber security strategy will protect the NHS.
Close the loopholes in the Modern Slavery Act on supply chains.
Give girls free sanitary products.
Educate girls in the poorest countries.
Put women at the heart of peace talks over jobs and trade.
Support women entrepreneurs.
Improve maternity care so it is safe for every woman.
Protect single-sex spaces in hospitals.
Stop discrimination against pregnant women.
Violence against shop workers will be recorded.
Racist violence has no place here.
Child abuse must be reported by law.
Compensate survivors of historical institutional abuse.
Support survivors of the mother and baby homes.
Victims of the contaminated blood scandal deserve compensation.
Alcohol abuse costs the NHS billions.
Seek refuge from the noise in our parks.
Offer sanctuary to people who seek asylum.
Build refuges for wildlife along our rivers.
End the abuse of our planning laws.
Rape seed fields will be protected.
Domestic flights should be taxed.
Domestic energy bills are too high.
Domestic workers deserve the minimum wage.
Trafficking of puppies must end.
Honour our commitments to veterans.
Honours should go to those who serve.
Marriage should not be forced into the tax system.
Fire sale of public assets must stop.
Set our economy on fire.
We have sparked a fire in Welsh politics.
No more firing of whistleblowers.
Ban hiring and firing by algorithm.
Set the world alight with our creativity.
Fireplaces in listed buildings will be protected.
Coal-fired power stations will close.
Gas-fired boilers will be replaced.
Firearms licences will cost more.
Agree a ceasefire and free all hostages.
Rescue the steel industry.
Rescue services for stray dogs need funding.
Mountain rescue teams save lives.
Lifeboat crews and the coastguard deserve thanks.
Smoke-free generation by 2030.
Ban smoking in cars with children.
Abolish ground rents for leaseholders.
Cap service charges for leaseholders.
Battery-operated trains on rural lines.
Cut VAT on batteries.
Recycle electric car batteries.
Safety standards for bridges.
Building homes safely and fast.
Building safer roads.
High-rise living needs green space.
Tower blocks should be retrofitted for warmth.
Ban the burning of plastic waste.
Burning coal is over.
An emergency budget for business.
Emergency housing for the homeless.
The stations on the line will be step-free.
Cut rail fares at all stations.
Protect our brigade of Gurkhas.
We will fight crime at its roots with better schools.
Tackle the causes of crime.
Crime prevention starts in the classroom.
Reform sentencing for knife crime.
Prisoners will work.
Parking enforcement officers will wear cameras.
Officers of the council will reply within ten days.
The Chief Executive Officer will earn less.
Medical officers and nurses are under strain.
The force of the market is strong.
Attack the causes of poverty.
Arrest the decline of our towns.
Robbing Peter to pay Paul.
Daylight robbery by energy firms must stop.
Car theft of our future by debt must end.
Protests in favour of peace were held.
Support women's football.
Women carry the burden of care.
Tackle violence in computer games.
Violence in Sudan must end.
Victims of flooding need help.
Domestic tourism brings jobs.
Honour the Good Friday Agreement.
Abuse of public money.
Protect children from abuse in care.
We will end harassment by debt collectors.
Fire up the economy.
The fire of freedom burns.
Fired for being pregnant: this must end.
He fired the first shot.
Fires of hatred must be put out.
Under-fire ministers should resign.
Bonfire of the quangos.
Gas fired plants will close.
Stations without lifts will be rebuilt.
Emergency services such as A&E need beds.
Rescue the high street.
Safety of medicines.
Safe homes for all.
Building regulations for insulation.
Lithium for batteries is mined abroad.
"""
LATER_BOTH = {
    "Police and fire services need capital.": {"fire-safety", "policing"},
    "Blue light services – police, fire, ambulance – will work together.": {"fire-safety", "policing"},
    "Train every police force to respond to stalking.": {"policing", "vawg"},
    "The police must treat violence against women as seriously as terrorism.": {"policing", "vawg"},
    "Make police officers convicted of domestic abuse lose their jobs.": {"policing", "vawg"},
    "More detectives on rape cases.": {"policing", "vawg"},
    "Put domestic abuse experts in police control rooms.": {"policing", "vawg"},
    "Specialist rape and sexual offence teams in every police force.": {"policing", "vawg"},
    "Officers accused of domestic violence will be suspended.": {"policing", "vawg"},
    "Merge police, fire and ambulance control rooms.": {"fire-safety", "policing"},
    "Police and fire stations will share sites.": {"fire-safety", "policing"},
    "Train police officers and prosecutors to deal with rape.": {"policing", "vawg"},
    "Protect emergency workers: police, firefighters and paramedics.": {"fire-safety", "policing"},
}
