"""Sentences made up in the manner of many parties on fire and rescue, each with the rows it speaks of.

The first named is the row that it is mainly about; "more" stands for none. Most were written, and their rows named,
before the program was asked: some it still puts elsewhere.
"""

FIRE_ROWS = """
stations | The night cover taken from Kinsale station will be restored.
stations | Retained firefighters deserve a living wage for the hours they are on call.
stations | We stand with the FBU against the loss of 30 pumps across Scotland.
stations | A new appliance with a 70-metre ladder for the city’s towers.
stations | Five firefighters to each engine, as the union asks.
stations | Volunteer brigades in the bush need trucks that are not thirty years old.
stations | Cancer in firefighters must be recognised as an industrial disease.
culture | Firefighters who bully or harass women colleagues will lose their jobs.
culture | Only one firefighter in twelve is a woman, and we mean to change that.
culture | The brigade’s own review found racism on the watches; every recommendation will be carried out.
governance | Take fire and rescue away from the commissioner and give it back to councillors.
governance | The service should have a legal duty, with money to match, to rescue people from floods.
governance | Keep control rooms in the county and keep the brigade public.
governance | A national fire college and one set of standards for all brigades.
grenfell | Those who profited from the deaths of 72 people in Grenfell Tower belong in the dock.
more | The Stardust families waited forty years for the truth about the fire that killed their children.
grenfell | The government accepted the inquiry’s findings on Grenfell and has acted on four of them.
cladding | The firms that sold the panels, not the people who live behind them, shall pay for their removal.
cladding | Nobody should pay £300 a month for a man to walk the corridors sniffing for smoke.
cladding | Mortgage lenders refuse flats without an EWS1 form.
rules | Fit sprinklers in every care home, tower and school by 2030.
rules | No building above 18 metres without two stairs.
rules | Landlords must test the smoke alarms every year.
rules | Fire safety officers will inspect every high-rise block each year.
rules | Evacuation plans for disabled residents should be law.
products | Stop the sale of unsafe e-bike batteries on the internet.
products | Charging stations for delivery riders, so that batteries need not be charged in hallways, where they burn.
products | Flame retardants in sofas poison firefighters and should be replaced.
products | Personal mobility devices that do not meet the UL2272 fire standard will be seized.
more | Controlled burning and fire breaks will protect our hills from wildfire.
more | Our thanks go to the fire crews who fought the gorse fires.
stations | Whole-time crews in Fort William, Oban and Skye.
stations | Station closures cost lives.
stations | We will freeze the sale of fire service property.
stations | Engines arrive two minutes later than a decade ago.
stations | The on-call model is breaking, since no one can live on £3,000 a year.
stations | Restore the 10 appliances taken off the run.
stations | A pay rise for firefighters that beats inflation.
stations | Aerial water bombers, shared between states, for the fire season.
culture | An end to the boys’ club in our fire halls.
culture | Fire chiefs who covered up sexual harassment must go.
culture | Recruit firefighters who look like the city.
culture | Mental health care for fire crews after what they have seen.
governance | A fire and rescue authority for each county, elected by its people.
governance | No to the police takeover of the fire service.
governance | Let firefighters answer cardiac arrests when the ambulance is far away, and pay them for it.
governance | Inspectors found three brigades inadequate.
governance | SCDF should absorb the company emergency teams.
grenfell | Seven years on, no one has been arrested for Grenfell.
grenfell | Turn the inquiry’s recommendations on the tower into law within a year.
cladding | Leaseholders are trapped in flats that nobody will insure or buy.
cladding | A levy on housebuilders will make 10,000 blocks safe.
cladding | Combustible panels shall come off every hospital by 2027.
cladding | Pay for mica, pyrite and fire-safety defects at one hundred per cent.
rules stations | Bring back the council fire inspectors whom the cuts took away.
rules | Ban single staircases in tall blocks.
rules | Self-closing doors must be checked each quarter.
rules | Students in private halls sleep without working alarms.
rules | Building control must be independent of the builder who pays it.
rules | Free smoke detectors for every pensioner.
products | Insurers should not pay for battery storage sites next to homes, where a fire would poison a town.
products | Recall the tumble dryers that catch fire.
products | Delivery apps must supply riders with certified batteries.
more | Fireworks on sale for ten weeks each year are a danger.
more | Arsonists who set our moors alight will be found.
stations | No pump will be taken off the run.
stations | Pay retained crews a proper wage.
stations | Two firefighters cannot do the work of four.
stations | The nearest full-time engine is forty minutes away.
stations | Give the brigade the money for breathing gear that works.
stations | Hoses, boots and radios that are fit for the job of a firefighter.
culture | No bullies in the watch room of our fire service.
culture | A fire service that welcomes women.
governance | Merge the two brigades of the valley.
governance | The fire service should be under elected councillors.
governance | Water rescue should be a duty of the fire service, paid for as such.
governance | Firefighters should not be made to do the work of paramedics.
grenfell | Name a school after the children of Grenfell.
grenfell | Those found to blame by the Grenfell inquiry should face a jury.
cladding | Take the cladding off in two years, and send the bill to the builders.
cladding | Owners of flats with fire faults cannot sell.
cladding | Insurance on blocks with unsafe walls has risen tenfold.
rules | Sprinklers in hostels.
rules | A yearly fire check in each rented house.
rules | Fire drills for tenants in towers.
products | Retailers who sell fake chargers that start fires will be fined.
products | Batteries for scooters must be certified against fire.
products | Foam sofas give off deadly smoke in a fire.
more | Children who set fires will be helped.
more | Thank you to the wildfire crews of the hills.
stations | Retained firefighters in Ireland are poorly paid and tied to within five minutes of the station.
cladding | Apartment owners who face bills for fire defects must be repaid through a statutory scheme.
governance | A national fire authority should replace the 27 separate brigades.
products | PMDs that catch fire in flats have cost lives, so non-compliant devices should be bought back.
rules | Every HDB household should have a smoke alarm and an extinguisher.
stations | SCDF response times in the north-east are too long; build another fire post.
stations | Cuts by the former mayor closed ten fire stations and took away 27 engines.
culture | The brigade’s culture review was shameful reading.
cladding | Thousands still live in blocks wrapped in flammable cladding, unable to sell.
grenfell | Seven years after Grenfell the families are still waiting for trials.
rules | I will demand second staircases in all new towers above six storeys.
"""
