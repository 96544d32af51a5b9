/** Real combinations of city, postal code and region; telephone numbers out of ranges kept for fiction. */
export type StoreCode = 'main' | 'de' | 'es';
export type WebsiteCode = 'us' | 'eu';
export type Country = 'US' | 'DE' | 'AT' | 'ES';
export type Place = Readonly<{ city: string; zip: string; region: string; country: Country; phone: string }>;

const us = (city: string, region: string, zip: string, area: string): Place => ({ city, zip, region, country: 'US', phone: `+1 ${area}-555-01` });
const de = (city: string, region: string, zip: string, phone = '+49 171 39200'): Place => ({ city, zip, region, country: 'DE', phone });
const at = (city: string, region: string, zip: string): Place => ({ city, zip, region, country: 'AT', phone: '+43 720 0000' });
const es = (city: string, region: string, zip: string): Place => ({ city, zip, region, country: 'ES', phone: '+34 910 0000' });

export const places = {
  main: [
    us('Denver', 'CO', '80205', '303'), us('Boulder', 'CO', '80301', '303'), us('Austin', 'TX', '78704', '512'), us('Houston', 'TX', '77007', '713'),
    us('San Antonio', 'TX', '78210', '210'), us('Chicago', 'IL', '60608', '312'), us('Peoria', 'IL', '61602', '309'), us('Columbus', 'OH', '43215', '614'),
    us('Cleveland', 'OH', '44113', '216'), us('Boston', 'MA', '02127', '617'), us('Worcester', 'MA', '01608', '508'), us('Portland', 'ME', '04101', '207'),
    us('Portland', 'OR', '97214', '503'), us('Seattle', 'WA', '98108', '206'), us('Spokane', 'WA', '99201', '509'), us('Sacramento', 'CA', '95814', '916'),
    us('Oakland', 'CA', '94607', '510'), us('San Diego', 'CA', '92113', '619'), us('Phoenix', 'AZ', '85004', '602'), us('Flagstaff', 'AZ', '86001', '928'),
    us('Albuquerque', 'NM', '87102', '505'), us('Tulsa', 'OK', '74103', '918'), us('Nashville', 'TN', '37210', '615'), us('Atlanta', 'GA', '30318', '404'),
    us('Charlotte', 'NC', '28206', '704'), us('Richmond', 'VA', '23220', '804'), us('Pittsburgh', 'PA', '15222', '412'), us('Buffalo', 'NY', '14203', '716'),
    us('Brooklyn', 'NY', '11231', '718'), us('Madison', 'WI', '53703', '608'), us('Minneapolis', 'MN', '55413', '612'), us('Boise', 'ID', '83702', '208'),
  ],
  de: [
    de('Berlin', 'Berlin', '10965', '+49 30 231250'), de('Berlin', 'Berlin', '13355', '+49 30 231250'), de('Hamburg', 'Hamburg', '22765', '+49 40 669690'),
    de('Köln', 'Nordrhein-Westfalen', '50825', '+49 221 47100'), de('München', 'Bayern', '81371', '+49 89 999980'), de('Frankfurt am Main', 'Hessen', '60314', '+49 69 900090'),
    de('Leipzig', 'Sachsen', '04229'), de('Dresden', 'Sachsen', '01097'), de('Nürnberg', 'Bayern', '90443'), de('Würzburg', 'Bayern', '97070'),
    de('Münster', 'Nordrhein-Westfalen', '48155'), de('Bremen', 'Bremen', '28195'), de('Stuttgart', 'Baden-Württemberg', '70188'), de('Tübingen', 'Baden-Württemberg', '72070'),
    de('Göttingen', 'Niedersachsen', '37073'), de('Lübeck', 'Schleswig-Holstein', '23552'),
    at('Wien', 'Wien', '1160'), at('Graz', 'Steiermark', '8020'), at('Linz', 'Oberösterreich', '4020'), at('Innsbruck', 'Tirol', '6020'),
  ],
  es: [
    es('Madrid', 'Madrid', '28045'), es('Getafe', 'Madrid', '28903'), es('Barcelona', 'Barcelona', '08018'), es('Badalona', 'Barcelona', '08911'),
    es('Valencia', 'Valencia', '46015'), es('Sevilla', 'Sevilla', '41007'), es('Málaga', 'Málaga', '29004'), es('Zaragoza', 'Zaragoza', '50014'),
    es('Bilbao', 'Bizkaia', '48002'), es('A Coruña', 'A Coruña', '15008'), es('Logroño', 'La Rioja', '26004'), es('Palma', 'Illes Balears', '07009'),
  ],
} as const;

export const streets = {
  main: ['Industrial Pkwy', 'Main St', 'Foundry Ave', 'Railroad Ave', 'Commerce Dr', 'Mill St', 'Depot Rd', 'Oak St', 'Lakeview Blvd', 'Harrison St', 'Canal St', 'Sawmill Ln', 'Washington Ave', 'Cedar St'],
  de: ['Gewerbestraße', 'Handwerkerhof', 'Am Güterbahnhof', 'Mühlenweg', 'Lindenstraße', 'Bahnhofstraße', 'Schlachthofstraße', 'Industriering', 'Ziegeleiweg', 'Kirchgasse', 'Werkstraße', 'Gärtnerstraße'],
  es: ['Calle de la Industria', 'Avenida del Puerto', 'Calle Herreros', 'Polígono Las Peñas, nave', 'Calle Mayor', 'Avenida de la Estación', 'Carrer de la Fusta', 'Calle del Comercio', 'Camino Viejo', 'Calle Carpinteros'],
} as const;
