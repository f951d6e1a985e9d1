"""Sentences made up in the manner of many parties on the police, each with the rows it speaks of.

The first named is the row that it is mainly about; "more" stands for none. Most were written, and their rows named,
before the program was asked: some it still puts elsewhere.
"""

POLICING_ROWS = """
numbers | We will bring the strength of An Garda Síochána to 16,000 and open a second training college.
numbers | Double the training allowance so that young people can afford to become guards.
neighbourhood | Every rural parish deserves a garda station that is open more than two mornings a week.
numbers neighbourhood | Civilianise desk jobs so that trained gardaí can get back out among the people they serve.
accountability | Fiosrú must have the staff to finish its investigations within a year.
accountability | The Policing and Community Safety Authority should hold its meetings in public, in every county.
accountability trust | PIRC needs powers to act on misconduct complaints against retired officers.
neighbourhood | Merge the four emergency control rooms and answer 101 calls within two minutes.
neighbourhood | Bring back the village bobby.
neighbourhood | Not one more police house sold, not one more counter shut.
neighbourhood | A constable in every market town who knows the farmers by name.
theft | When a home is broken into, an officer will knock on the door the same day.
theft | Equip rural crime teams to stop the theft of tractors, quad bikes and GPS units.
theft | Hare coursing gangs terrorise farmers, and we would let police seize their dogs and vehicles.
theft | Joyriders and scrambler bikes make life a misery on our estates; gardaí need the power to pursue and impound.
theft | Pickpockets and phone snatchers on e-bikes will be chased, caught and charged.
theft | Retail crime costs shopkeepers dearly, so every report with camera evidence must be followed up by police.
theft technology | Police dogs and drones will patrol the hills where sheep are stolen.
violence | Fund metal-detecting arches and sweeps for blades in parks.
organised | The Drugs and Organised Crime Bureau will be given analysts to follow the money of the cartels.
violence | Officers will carry naloxone, because addiction kills more people than knives.
violence | Make carrying a blade without good reason a matter for arrest, not a warning.
stop-and-search technology | Officers should record every search on camera and give the person a receipt.
stop-and-search | No child should be strip-searched without a parent present.
technology | Ban predictive policing algorithms and the scraping of social media by the force.
technology | We oppose the roll-out of facial recognition cameras by gardaí.
technology | Repeal the laws that let police shut down noisy demonstrations.
technology | Replace the force’s computers, some of which are older than the recruits who use them.
accountability | An independent inquiry into the miners’ strike policing at Orgreave.
trust | Officers convicted of a crime will be dismissed without pension.
trust | Every serving officer will be vetted again every five years.
trust numbers | A third of new recruits should come from the communities that trust the police least.
trust | Half of our officers should be women by 2035.
trust | The force must own up to its racism, as the Casey report demanded.
technology trust | Body-worn video must not be switched off: it is what keeps trust between the public and the police.
organised | Counter-terrorism officers will be posted at every port.
organised | Scam centres that rob pensioners will be traced with Interpol and shut down.
organised | Share criminal records with European police forces as we did before Brexit.
organised | The border needs a joint unit of PSNI and Garda officers to pursue smugglers of fuel and people.
numbers | Police pensions must not be raided and the overtime bill must be paid.
numbers | Central government cut a third of our force’s grant, and 400 officers went with it.
numbers | Hire back retired detectives to clear the backlog of cases.
numbers | The precept has doubled while the front line has shrunk.
accountability | The mayor will take over the powers of the commissioner and answer for policing in person every month.
neighbourhood accountability | Let residents vote on the priorities of their neighbourhood sergeant.
more | Police officers do a difficult and dangerous job, and we thank them.
more | Officers spend too many hours sitting with patients in A&E.
more | An attack on a police officer is an attack on us all and will mean prison.
more | Police will be trained to recognise autism and dementia.
organised | Loan sharks and their runners will be hunted down by the police.
violence | The death penalty does not deter drug couriers; going after the syndicates does.
neighbourhood theft | Community wardens and police community support officers walking together deter vandals.
numbers | Fill every vacancy in the constabulary by Christmas.
numbers | We will lift the cap on overtime so that shifts are never left empty.
numbers | One officer for every 450 people: that is the ratio we will reach.
numbers | A housing allowance for gardaí who serve in Dublin.
numbers | Raise the retirement age for members of the force to 62 and let those with experience stay.
numbers | The PSNI has fallen to its smallest size since it was founded, far below the 7,500 that Patten recommended.
numbers | Fair funding: our county pays more for its police and gets less than any other.
numbers | Cadet schemes and apprenticeships will open the police to those without degrees.
numbers | New vehicles, new vests and new radios for the officers who protect us.
neighbourhood numbers | Take police off paperwork and put them back where people can see them.
neighbourhood | A mobile police office will visit each village once a week.
neighbourhood | Officers on foot, not in cars.
neighbourhood | Ring-fence ward teams so that they are no longer sent off to guard football matches.
neighbourhood | Police must publish how long they take to arrive, postcode by postcode.
neighbourhood | Part-time stations in the islands will be kept.
neighbourhood | Every high street will have its own beat constable, with a phone number in each shop window.
neighbourhood | It should not take an hour to get through on the non-emergency line.
neighbourhood | Neighbourhood Watch groups will have a named contact in the force.
neighbourhood numbers | Special constables should be allowed time off work as reservists are.
trust | Policing by consent means that the public must be able to believe an officer’s word.
trust | Bad apples will be out within weeks, not years.
trust | Whistle-blowers in the force must be protected, not hounded.
trust | Psychological tests for all applicants, and checks of their social media.
trust | Police must enforce the law without fear or favour and stop dancing at parades.
trust | Forces should drop non-crime hate incidents and rainbow lanyards.
trust | Deaths after contact with the police fall hardest on black families.
trust | More Gaelic speakers, more Travellers and more new Irish in uniform.
accountability | The chief constable should be appointed, and removed, by the people’s elected representatives.
accountability | An ombudsman with real independence will investigate complaints against the police.
accountability | GSOC was toothless.
accountability | Scrap the £100,000-a-year commissioners and save the money.
accountability | His Majesty’s Inspectorate has put our force into special measures for the third time.
accountability | Justice and policing powers belong in Cardiff.
accountability | Forces in the South West should merge.
accountability | A duty of candour would stop police chiefs hiding the truth from bereaved families.
accountability | Let independent custody visitors inspect cells without notice.
stop-and-search violence | Section 60 orders should be used far more often in the worst-hit postcodes.
stop-and-search | Nobody should be stopped for the colour of their skin.
stop-and-search | Frisking teenagers has not made the streets safer.
technology | Number-plate cameras at every entrance to the town.
technology | Tasers for every officer who wants one.
technology | The right to march, picket and assemble will be restored; the Public Order Act goes too far.
technology | Stop the police from keeping the DNA of the innocent.
technology | Live feeds from cameras at bus interchanges have helped police solve cases.
technology | GCHQ and police must get a warrant before they read our messages.
more | Armed police on our streets should stay the exception.
technology | An artificial intelligence that guesses who will commit crime has no place in a police station.
violence | Moped gangs with acid and machetes will meet a specialist squad.
violence | Gun crime has come to our town, and detectives need help from the city to stop the feuds.
violence | Treat violence as a disease: police, doctors and youth workers in one unit.
violence | Police should not waste time on people with a joint in their pocket.
violence | Cannabis farms in rented houses will be raided.
violence | Safe injection rooms free up police to chase suppliers.
violence | Homicide detectives in the capital clear nine cases in ten.
theft | Bike theft is treated by the force as if it were legal.
theft | A dedicated constable for heritage crime will stop the stripping of lead from churches.
theft | Cars are being stolen to order, and the police recover one in five.
theft | Police will confiscate off-road bikes and crush them.
theft | Noise at night is the complaint that police hear most and act on least.
theft | Shop workers are spat at and punched, and the police do not come.
organised | Criminal Assets Bureau officers will seize cars, watches and houses from crime bosses.
organised | Modern slavery hides in nail bars and car washes; police must look.
organised | A single fraud squad for the whole country, with accountants as well as officers.
organised | Prevent has made spies of teachers and should be scrapped.
organised | Far-right terror is the fastest growing threat that the security service and the police face.
organised | We will remain in Europol and keep the arrest warrant.
organised | Cyber police to protect hospitals from ransom attacks.
organised violence | The marine unit will board ships suspected of smuggling cocaine.
more | Too often victims of crime never hear from the police again.
more | Police officers suffer trauma and need better mental health care.
more | The police bravery medal should be awarded to those who fell on duty.
more | Police should be called to schools only as a last resort.
neighbourhood numbers | Our garda district has lost its only patrol car and two of its four stations.
neighbourhood | Crimes in the countryside go unanswered for hours since there is nobody on duty west of the river.
neighbourhood | We would put sworn officers back on trams and trains.
numbers | The minister should set a legal floor under police strength.
numbers | Bonuses for detectives who stay beyond twenty years.
numbers | A third of this year’s recruits have quit the force already.
numbers | Police budgets would rise with inflation in each year of the council.
numbers neighbourhood | Let civilians take statements, so that constables may return to patrol.
numbers | Cut the grant to the police? Not on our watch.
trust | An officer found guilty by a panel should not resign to keep a pension.
trust | It is wrong that an officer accused of assault stays on full pay for years.
trust | Nobody from the Traveller community has ever been sworn in as a guard, and we will open the door.
trust | Rebuild confidence between young Muslims and the police.
trust | The force must be colour-blind.
accountability | A complaint against an officer should be looked into by people from outside the police.
accountability | Local councillors should quiz the superintendent four times a year.
accountability | Give the Auditor General sight of police spending.
accountability | Policing should answer to the Senedd.
accountability | The Commissioner’s office spends more on press officers than on victims.
stop-and-search | Searches on the street must be recorded by ethnicity.
stop-and-search | Random bag checks by police at stations are an affront.
stop-and-search violence | We would let officers search for blades wherever a stabbing has taken place.
technology | Cameras that read faces will not be used at football grounds.
technology | Police should not hack phones without a judge’s leave.
technology | Strike pickets must not be broken up by police.
technology theft | A drone unit to find missing walkers and to follow stolen cars.
technology | The police computer system should talk to that of the courts.
violence | Shootings between rival families have made parts of the city a no-go area.
violence | Officers will sit in hospitals to reach boys with stab wounds.
violence | Close cuckooed homes, which drug gangs take over from vulnerable people.
violence | Home-grown cannabis should be no concern of the police.
theft | Lead off roofs, diesel from tanks, dogs from yards: the police must take it seriously.
theft | A hotline for shopkeepers straight to the police.
theft | Teen gangs on electric scooters snatch handbags.
theft | Police will visit each victim of a house break-in within a day.
theft | Fines for urinating, drinking and fighting in public, handed out by officers on the spot.
organised | Cut off the money of the godfathers of crime.
organised | Bring back the joint teams with Dutch and Belgian police.
organised | Harbours are wide open to traffickers; we need a coast police.
organised | Radicals who preach murder will be watched by police.
organised | Cold-call crooks rob the old, and only one case in fifty is ever investigated.
more | We salute the men and women of the police.
more | Police vans should be electric by 2032.
more | Road policing units must be restored to stop drink drivers.
more | Mounted police bring joy to the city.
numbers | The new roster takes guards off the roads when they are most needed.
technology | Gardaí must carry body-worn cameras at public order events.
theft | Scrambler bikes should be seized from those who use them to terrorise housing estates.
more | Garda vetting takes months and should be done once for all roles.
more | Assaults on gardaí and other frontline workers must carry a mandatory sentence.
organised | The Criminal Assets Bureau should return seized cash to the communities harmed by drug gangs.
organised | Scam victims lost over a billion dollars last year, and police should be able to freeze accounts at once.
accountability | Accused persons should have access to a lawyer as soon as they are brought to the police station.
technology | Peaceful assembly should not require a police permit.
accountability | An independent commission should look into complaints about police conduct.
violence | Drug abusers are sent to rehabilitation by the Central Narcotics Bureau, and traffickers hang.
accountability | The force was put into special measures by the inspectorate on his watch.
trust | Londoners have lost trust in the Met, after one scandal upon another.
neighbourhood | I would reopen a 24-hour front counter in every borough.
stop-and-search violence | Stop and search takes knives off the street, and I will back officers who use it fairly.
theft | Phone theft will become a priority, with decoy operations at stations.
accountability | The mayor’s office for policing should be scrutinised by an assembly with real power.
theft | Burglary victims wait weeks for a visit.
trust | Police officers accused of domestic abuse will be suspended while they are investigated.
theft organised | Sheep rustling is organised crime and must be treated so by police.
numbers neighbourhood | Our officers cover a patch larger than some counties, with a single car.
more | Firearms licences take a year to renew, because the police department is short of staff.
accountability | We oppose the merger of our police force with that of the city.
technology | Protesters who glue themselves to roads should be removed by police at once.
trust | Diversity training wastes police time.
accountability | The PCC has spent a fortune on consultants.
more | A dedicated police team will protect girls from FGM, with trained officers at the airport.
trust | Officers who are convicted of a criminal offence will be dismissed from the police.
"""
