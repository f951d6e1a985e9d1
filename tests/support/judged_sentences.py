"""Sentences made up in the manner of manifestos, each with the built-in topics that it is on."""

from __future__ import annotations

from later_sentences import LATER_BOTH, LATER_FIRES, LATER_NEITHER, LATER_POLICE, LATER_WOMEN

POLICING, VAWG, FIRE = "policing", "vawg", "fire-safety"

POLICE = """
We will put 20,000 more bobbies back on the beat.
Scrap Police and Crime Commissioners and return oversight to local councillors.
End the use of live facial recognition in public spaces.
Stop and search must be used only where there is reasonable suspicion.
Every victim of burglary will get a visit from an officer.
Recruit 13,000 additional neighbourhood officers and PCSOs, paid for by cutting waste in procurement.
We will crack down on county lines gangs who exploit vulnerable children.
Shoplifting has become a crime without consequence; we will go after repeat offenders.
Too many officers are tied up with paperwork instead of catching criminals.
Reopen closed front counters.
Chief constables will be required to publish response times.
A new respect order will let officers clamp down on persistent antisocial behaviour.
We will abolish the gangs matrix.
Devolve policing and justice to the Senedd.
Strengthen the National Crime Agency to tackle organised crime and people smuggling.
The Met has lost the trust of Londoners, and only root and branch reform will restore it.
Officers who fail vetting will be dismissed automatically.
We will give police the power to seize dirt bikes within 48 hours.
We will fund extra patrols on buses and trains through the British Transport Police.
Give tasers to every officer who wants one.
The Conservatives have closed more than 600 police stations.
Police Scotland was centralised against our advice.
PSNI numbers have fallen well below the level recommended by Patten.
Retain access to Europol and the European Arrest Warrant.
We will increase the number of special constables.
Our plan: more patrols, faster 999 response and a named officer for every ward.
Tackle rural crime by setting up dedicated rural crime teams in every force.
Repeal the draconian anti-protest powers handed to the police by the Public Order Act.
Decriminalise cannabis so that the police can concentrate on serious crime.
Prevent extremism: we will give more resources to counter-terrorism policing.
Make assaults on shop workers a specific offence and ensure that police attend every incident.
Mounted police and dog units will be protected from cuts.
Body-worn cameras should be switched on during every encounter.
A Royal Commission on policing will report within two years.
Get knives off our streets with more intelligence-led searches and knife arches at stations.
Increase CCTV in town centres so that offenders can be caught.
We will strengthen the Independent Office for Police Conduct.
Fraud now makes up 40 per cent of crime, yet only 1 per cent of police resources go on it.
Nobody should attack police officers or nurses doing their job.
We would establish a national police force for Wales accountable to the Welsh Parliament.
Restore the Territorial Support Group and get a grip on knife crime.
Put policing back into the hands of local people.
Ensure that the forces of rural counties get a fair share of the money for policing.
We would scrap the direct election of Police Commissioners.
More detectives to solve more crimes.
Abolish the Met and start again with a smaller, locally controlled service.
We will legislate so that spy cops can never again deceive women into relationships.
End the use of Section 60 powers.
We will protect frontline policing.
HMIC should inspect every force every year.
Make sure that the police have a duty to record non-fatal offences against cyclists.
A dedicated hate crime unit in each force area.
Put Police Community Support Officers back into our towns.
Support the Gardaí and the PSNI in cross-border work against dissident republicans.
The rollout of live facial recognition vans is an affront to liberty.
Officers should carry spit guards.
The Independent Police Complaints Commission needs real teeth.
Heavy-handed policing of demonstrations must end.
No one should be held in a police cell because of a mental health crisis.
Seize the assets of criminal gangs and spend the proceeds on frontline policing.
We will disrupt the gangs that smuggle people across the Channel.
Tackle the scourge of mobile phone theft with plain-clothes patrols.
We will fight for a fairer deal for police funding in North Wales.
Extra money for Crimestoppers.
Speed cameras cannot replace roads policing.
"""
WOMEN = """
End violence against women and girls.
We will halve violence against women and girls in a decade.
Fund rape crisis centres properly and for the long term.
Introduce domestic abuse specialists into every 999 control room.
Specialist rape courts will fast-track cases.
Every woman has the right to walk home safely at night.
Make misogyny a hate crime.
Ratify the Istanbul Convention in full.
Ban the making of sexually explicit deepfakes without consent.
Women’s refuges have closed as councils have been starved of money.
We will tackle so-called honour-based violence and forced marriage.
Survivors of abuse should not have to face their abuser in the family courts.
Make spiking a specific offence.
Give victims of stalking the right to know the identity of online abusers.
Guarantee a refuge place for everyone fleeing an abusive partner.
Create a register of serial domestic abusers and stalkers.
A woman is killed by a man every three days in this country.
Teach boys about consent and healthy relationships to prevent sexual violence.
Train bus drivers and station staff to deal with sexual harassment.
Make night buses safer for women with better lighting at stops.
End the detention of survivors of torture and sexual violence.
Stand up for women in Afghanistan and Iran who face gender-based violence.
Eradicate female genital mutilation at home and abroad.
Give domestic violence survivors ten days’ paid leave.
Coercive control is a crime and must be treated as one.
Too many women and girls do not feel safe on our streets.
Support for victims of domestic abuse in rural areas is patchy.
Expand the use of perpetrator programmes so that abusers are made to change.
Protect women from street harassment.
We will stop rapists from being released early.
Domestic violence shelters for men and women need secure funding.
One in four women will experience abuse in her lifetime.
Legislate against online misogyny and image-based abuse.
The two-child limit forces women to prove that they were raped.
We will stop the cross-examination of victims by their abusers.
No woman should have to choose between homelessness and a violent partner.
Make public sexual harassment a crime.
Honour killings have no place in Britain.
Review the funding of Women’s Aid and other refuges.
Young men need help to reject misogynist influencers.
Fund Independent Domestic Violence Advisers in every A&E.
A commissioner for domestic and sexual violence will be appointed.
We will prosecute more rapes: the charging rate is a disgrace.
Girls as young as five are at risk of being cut; FGM must end.
Well-lit streets and more staffed stations will help women to feel safe after dark.
Use international aid to end child marriage and sexual violence in conflict.
Extend Clare’s Law.
Male violence is learned and can be unlearned.
"""
FIRES = """
No more cuts to the fire and rescue service.
Fit sprinklers in every new school.
Remove dangerous cladding from every high-rise and make developers pay.
Leaseholders should not pay a penny to fix fire safety defects they did not cause.
Implement the recommendations of the Grenfell Inquiry in full.
Firefighters deserve fair pay and a pension they can rely on.
Ban the sale of unsafe lithium batteries for e-bikes, which have caused a rising number of fires.
Wildfires are becoming more common as summers get hotter.
Keep our fire stations open.
The London Fire Brigade must root out bullying and racism.
Arson attacks on places of worship must be stopped.
Speed up the Building Safety Fund.
Electrical Safety First checks will be mandatory in tower blocks to prevent fires.
End the scandal of waking watch charges.
A second staircase will be required in all new residential buildings over 18 metres.
Ban burning on peatland to cut the risk of moorland fires.
We will fit smoke alarms free of charge in older people’s homes.
Create a UK-wide fire minister.
Restore the national fire standards body.
Install sprinklers in care homes.
End the postcode lottery in fire cover.
The EWS1 form has trapped flat owners.
Give the fire service a legal duty to deal with flooding.
Prosecute the companies responsible for the Grenfell Tower tragedy.
Firefighters’ exposure to toxic contaminants must be monitored.
We will regulate the charging of e-scooters indoors after a series of deadly fires.
No fire station will close while I am Mayor.
Bring back building inspectors so that flammable materials are never used again.
Wildfire crews need off-road vehicles.
Fund the Fire Service College.
Reinstate regional control rooms for fire and rescue.
Consult firefighters on every change to crewing.
The inspectorate found a culture of bullying in many fire services.
Give renters the right to a free electrical safety check to stop house fires.
"""
NEITHER = """
Build 20,000 new prison places.
Tougher sentences for violent offenders.
We will end the early release of prisoners.
Crime has its roots in poverty and inequality.
Invest in youth clubs to give young people somewhere to go.
Legal aid will be restored for family cases.
Our Armed Forces will be properly resourced.
Stop the boats by ending the small boats crisis and returning failed asylum seekers.
We will crack down on tax avoidance.
We will crack down on rogue landlords and letting agents.
A tough regulator will police the energy market.
Bankers should not be left to police themselves.
We oppose the policing of women’s bodies.
Ministers must obey the spirit and letter of the ministerial code.
We will stop the spread of antimicrobial resistance.
Theft of intellectual property costs business billions.
Our criminal justice system is at breaking point, with record court backlogs.
We will catch up with the rest of Europe on childcare.
The investigation of complaints about MPs should be independent.
Our local offices will be open on Saturdays.
Housing officers will be trained in mental health.
We will recruit more border staff to process lorries faster.
Drug addiction is a health issue and we will invest in treatment.
The force of the argument is plain.
We are proud of our armed forces, intelligence officers and diplomats.
We met every target the board set.
The targets were met, and the Met Office agrees.
Introduce a youth offending strategy built on education and mentoring.
We would make mandatory CCTV in all slaughterhouses.
Close the gender pay gap.
Free childcare from nine months.
Women will make up half of our cabinet.
State pension age changes hit WASPI women hard.
Protect children from sexual exploitation online.
Invest in women’s health and end the postcode lottery for endometriosis.
End violence on our football terraces.
Elder abuse in care homes must end.
Abuse of the asylum system must stop.
The abuse of market power by supermarkets hurts farmers.
We offer refuge to those fleeing war and persecution.
Oilseed rape and sugar beet growers need neonicotinoid alternatives.
Spiking energy prices have hit families.
Workers who face bullying and harassment need stronger unions.
Women deserve equal representation on boards.
Girls should be encouraged to study science.
Tackle antisemitic abuse on campus.
The stalking horse of privatisation must be resisted.
Support victims of crime through every stage of the process.
Make maternity services safe for women and babies.
We would ensure safe and legal routes for women and children fleeing conflict.
End fire and rehire.
Employers cannot hire and fire at will.
An immediate ceasefire in Gaza.
Tougher laws on illegal firearms.
Our NHS is under fire from cuts.
We will light a fire under the planning system.
Phase out coal-fired power by 2024.
A bonfire of red tape will free small business.
Restrict the sale of loud fireworks.
Wood burning stoves and open fires pollute our cities.
We have the fire in our bellies to win.
Lithium mining in Cornwall will create jobs in the battery industry.
Build a gigafactory for lithium-ion batteries.
Workers were fired by text message.
Emergency services in A&E are overstretched.
The council should fire up local enterprise.
Scrap smart motorways for safety.
Modernise court buildings and cut delays.
Short prison sentences do not work.
We will introduce a victims’ law.
Rehabilitation cuts reoffending.
We will end the detention of migrants.
Strengthen border controls and count people in and out.
We will invest £1 billion in cyber defence for the armed forces.
Crime costs the economy billions.
We will give Ofcom powers to act on online harms.
Enforce the minimum wage with more inspectors.
Stop dumping of plastics at sea.
Introduce an Office of the Whistleblower.
We will arrest climate change before it is too late.
Arrest the decline of the high street.
Our high streets have been robbed of their character.
Catch up on lost learning with tutors.
Young offenders should be given a second chance in work.
Beat the banks at their own game.
The special educational needs constituency is large.
Councils will be forced to sell land.
Stop the theft of our pensions.
Enforcement of building regulations will be strengthened.
Introduce baby boxes for every newborn.
Decriminalise abortion in Northern Ireland.
More women in engineering.
Women born in the 1950s deserve compensation for the change in the state pension age.
Help women returners back into work with paid programmes.
End period poverty with free products in schools.
Reform the Gender Recognition Act.
We will tackle bullying in schools.
Protect children from harm online.
Reduce violence in prisons.
End the abuse of zero-hours contracts.
Give carers, most of them women, a right to leave.
Unaccompanied children need a safe place.
Women’s sport will get equal billing.
Ban conversion therapy.
Survivors of the Holocaust must be honoured.
Support survivors of Hillsborough.
We will fire the starting gun on devolution.
Stop the sale of council homes.
Lithium is critical to our green economy.
Reform came under fire.
Our campaign has fired the public imagination.
Support our emergency departments.
Building regulations will demand zero carbon homes.
Give leaseholders the right to extend their leases.
Ban leasehold for new homes.
Insulate every home.
Prevent flooding by planting trees upstream.
Battery storage will balance the grid.
E-bike subsidies will get people out of cars.
"""
BOTH = {
    "We will oppose the transfer of fire services to Police and Crime Commissioners.": {POLICING, FIRE},
    "Our police, fire and ambulance crews run towards danger.": {POLICING, FIRE},
    "Ensure police forces take stalking seriously from the first report.": {POLICING, VAWG},
    "The Met must investigate every report of rape.": {POLICING, VAWG},
}


def sentences() -> dict[str, set[str]]:
    """Each sentence with the topics that it is on."""
    expected = BOTH | LATER_BOTH
    judged = (
        (POLICE + LATER_POLICE, {POLICING}),
        (WOMEN + LATER_WOMEN, {VAWG}),
        (FIRES + LATER_FIRES, {FIRE}),
        (NEITHER + LATER_NEITHER, set[str]()),
    )
    for text, topics in judged:
        expected |= dict.fromkeys(filter(None, text.splitlines()), topics)
    return expected
