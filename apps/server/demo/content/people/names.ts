/** Names as they stand in the customer lists of a trade supplier, by store view. */
export const names = {
  main: {
    first: [
      'James', 'Maria', 'Robert', 'Latoya', 'Michael', 'Jennifer', 'David', 'Guadalupe', 'William', 'Linda', 'Richard', 'Priya', 'Joseph', 'Keisha', 'Thomas',
      'Mei', 'Carlos', 'Sarah', 'Daniel', 'Nancy', 'Matthew', 'Amina', 'Anthony', 'Denise', 'Marcus', 'Ashley', 'Steven', 'Kimberly', 'Andre', 'Emily', 'Kenji',
      'Donna', 'Kevin', 'Michelle', 'Brian', 'Carol', 'Tyrone', 'Amanda', 'Edward', 'Melissa', 'Hassan', 'Deborah', 'Ronald', 'Stephanie', 'Tim', 'Rebecca',
      'Jesús', 'Laura', 'Wei', 'Cynthia', 'Nikolai', 'Angela', 'Desmond', 'Brenda', 'Raj', 'Sheila', 'Luis', 'Tanya', 'Oluwaseun', 'Grace',
    ],
    last: [
      'Smith', 'Johnson', 'Williams', 'Garcia', 'Miller', 'Davis', 'Rodriguez', 'Martinez', 'Hernandez', 'Wilson', 'Anderson', 'Thomas', 'Taylor', 'Moore',
      'Jackson', 'Lee', 'Perez', 'Thompson', 'White', 'Harris', 'Clark', 'Ramirez', 'Lewis', 'Robinson', 'Walker', 'Young', 'Nguyen', 'Wright', 'Torres', 'Hill',
      'Patel', 'Flores', 'Green', 'Adams', 'Nelson', 'Baker', 'Hall', 'Rivera', 'Campbell', 'Mitchell', 'Carter', 'Okafor', 'Kowalski', "O'Brien", 'Schneider',
      'Kim', 'Washington', 'Lindqvist', 'Haddad', 'Tanaka', 'Murphy', 'Begay', 'Dubois', 'Castillo', 'Novotny', 'Fitzgerald', 'Singh', 'Delgado', 'Olsen', 'Chen',
    ],
  },
  de: {
    first: [
      'Andreas', 'Sabine', 'Michael', 'Petra', 'Thomas', 'Katrin', 'Stefan', 'Ayşe', 'Jürgen', 'Monika', 'Wolfgang', 'Claudia', 'Jens', 'Birgit', 'Mehmet', 'Anja',
      'Björn', 'Silke', 'Holger', 'Jana', 'Günther', 'Heike', 'Torsten', 'Zeynep', 'Florian', 'Franziska', 'Lukas', 'Sandra', 'Dariusz', 'Annika', 'Matthias', 'Ines',
    ],
    last: [
      'Müller', 'Schmidt', 'Schneider', 'Fischer', 'Weber', 'Meyer', 'Wagner', 'Becker', 'Schulz', 'Hoffmann', 'Koch', 'Bauer', 'Richter', 'Klein', 'Wolf',
      'Schröder', 'Neumann', 'Schwarz', 'Zimmermann', 'Braun', 'Krüger', 'Hartmann', 'Yılmaz', 'Lange', 'Krause', 'Köhler', 'Huber', 'Grünwald', 'Weiß', 'Kowalczyk',
      'Böhm', 'Lehmann', 'Öztürk', 'Steiner', 'Gruber', 'Größling',
    ],
  },
  es: {
    first: [
      'Antonio', 'Carmen', 'José', 'Ana', 'Manuel', 'Isabel', 'Francisco', 'Laura', 'David', 'Cristina', 'Javier', 'Marta', 'Daniel', 'Lucía', 'Ángel', 'Pilar',
      'Íñigo', 'Begoña', 'Rubén', 'Nuria', 'Sergio', 'Rocío', 'Óscar', 'Montserrat', 'Adrián', 'Concepción', 'Jordi', 'Ainhoa',
    ],
    last: [
      'García López', 'Martínez Ruiz', 'Fernández Peña', 'González Díaz', 'Rodríguez Sanz', 'López Navarro', 'Sánchez Ortiz', 'Pérez Molina', 'Gómez Serrano',
      'Muñoz Castaño', 'Álvarez Ibáñez', 'Romero Gil', 'Núñez Vega', 'Jiménez Rubio', 'Moreno Cano', 'Ferrer i Vidal', 'Etxeberria Agirre', 'Castro Souto',
      'Domínguez Prieto', 'Vázquez Lobo', 'Ramos Cabrera', 'Blanco Piñeiro', 'Suárez Cueto', 'Marín Espejo',
    ],
  },
} as const;

/** Company names are made of a family or a place name and a trade. */
export const trades = {
  main: [
    'Electric', 'Electrical Contractors', 'Roofing', 'Joinery', 'Carpentry', 'Facility Services', 'Plumbing & Heating', 'Construction', 'Drywall', 'Property Maintenance',
    'HVAC', 'Cabinet Works', 'Solar', 'Painting', 'Masonry', 'Fire & Security', 'Elevator Service', 'Flooring',
  ],
  de: [
    'Elektrotechnik', 'Elektroinstallation', 'Dachdeckerei', 'Tischlerei', 'Schreinerei', 'Gebäudeservice', 'Sanitär & Heizung', 'Trockenbau', 'Zimmerei', 'Hausverwaltung',
    'Solartechnik', 'Malerbetrieb', 'Metallbau', 'Fensterbau', 'Messebau',
  ],
  es: [
    'Instalaciones Eléctricas', 'Electricidad', 'Cubiertas y Tejados', 'Carpintería', 'Mantenimiento Integral', 'Fontanería y Calefacción', 'Reformas', 'Climatización',
    'Pladur y Aislamientos', 'Energía Solar', 'Cerrajería', 'Construcciones',
  ],
} as const;

export const legalForms = {
  main: ['LLC', 'Inc.', '& Sons', 'Co.', 'Group', '& Daughters'],
  de: ['GmbH', 'e. K.', 'GmbH & Co. KG', '& Söhne GmbH', 'GbR', 'Meisterbetrieb'],
  es: ['S.L.', 'S.A.', 'e Hijos S.L.', 'S.L.U.', 'S. Coop.'],
} as const;

/** Names that test a layout: very long, with marks of all kinds, written from right to left. */
export const demandingNames = [
  { store: 'main', first: 'Siobhán', last: "O'Shaughnessy-D'Angelo", company: "O'Shaughnessy, D'Angelo & Partners Electrical Contractors of Greater Boston, Inc." },
  { store: 'main', first: 'ليلى', last: 'حداد', company: 'Haddad Tile & Stone LLC' },
  { store: 'main', first: 'Wolfeschlegelsteinhausen', last: 'Featherstonehaugh-Cholmondeley', company: 'Featherstonehaugh-Cholmondeley Heritage Roofing and Leadwork Restoration Company' },
  { store: 'main', first: 'Li', last: 'Wu', company: 'Wu' },
  { store: 'main', first: "Nʼdiaye", last: 'St. John-Kāʻahumanu', company: 'Kāʻahumanu Solar Co.' },
  { store: 'de', first: 'Maximiliane-Charlotte', last: 'von Hohenstein-Wittgenstaufen zu Berleburg', company: 'Arbeitsgemeinschaft Gebäudetechnik Hohenstein-Wittgenstaufen & Söhne Elektro-, Sanitär- und Klimainstallations GmbH & Co. KG' },
  { store: 'de', first: 'Jörg', last: 'Großkreuz-Übelhör', company: 'Übelhör Fußbodentechnik e. K.' },
  { store: 'de', first: 'İbrahim', last: 'Çağlayan', company: 'Çağlayan Fliesen & Naturstein' },
  { store: 'es', first: 'María del Carmen', last: 'Fernández de Córdoba y Álvarez de Toledo', company: 'Rehabilitaciones Históricas Fernández de Córdoba e Hijos, Sociedad Limitada Profesional' },
  { store: 'es', first: 'Núria', last: "Güell i l'Ametlla", company: "Fusteria l'Ametlla S.L." },
  { store: 'es', first: 'Iñaki', last: 'Ñíguez Ibáñez', company: 'Peñas y Cañerías S.L.' },
] as const;
