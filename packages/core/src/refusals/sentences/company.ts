import type { COMPANY_CODES } from '../customer-codes.ts';
import type { Sentence } from '../sentence.ts';

// What is said about companies, their buyers and their address books (G2).
type CompanySentences = Readonly<Record<(typeof COMPANY_CODES)[number], Sentence>>;

export const companySentencesEn: CompanySentences = {
  'vat-number-invalid': { text: 'This is not a VAT number.', remedy: 'Write it with the letters of its country, for example DE123456788, or leave it empty.' },
  'address-book-full': { text: 'The address book is full: {most} addresses.', remedy: 'Remove one you no longer use.' },
  'company-none': { text: 'This account buys for no company.', remedy: 'Ask us to add it to yours.' },
  'company-administrator-only': { text: 'Only an administrator of the company can do this.', remedy: 'Ask one of them.' },
  'buyer-not-found': { text: 'There is no such buyer in this company.' },
  'buyer-own-account': { text: 'Nobody changes this on his own account.', remedy: 'Ask another administrator of the company.' },
  'buyer-closed-by-shop': { text: 'We closed this account, not the company.', remedy: 'Ask us to open it.' },
  'company-last-administrator': { text: 'The company needs one administrator.', remedy: 'Make somebody else one first.' },
  'company-full': { text: 'A company has {most} buyers and invitations at most.', remedy: 'Withdraw an invitation that nobody took up.' },
  'buyer-invited': { text: 'This address has been invited already.' },
  'buyer-elsewhere': { text: 'This customer buys for a company already.', remedy: 'Take the customer out of it first.' },
  'company-other-website': { text: 'The company belongs to another website.' },
  'vat-number-changed': { text: 'The VAT number has changed since this page was made.', remedy: 'Look at the one it has now.' },
  'payment-days-invalid': { text: 'Days to pay are a whole number up to {most}.', remedy: 'Leave the field empty for the days of the website.' },
};

export const companySentencesDe: CompanySentences = {
  'vat-number-invalid': { text: 'Das ist keine USt-IdNr.', remedy: 'Schreiben Sie sie mit den Buchstaben des Landes, zum Beispiel DE123456788, oder lassen Sie das Feld leer.' },
  'address-book-full': { text: 'Das Adressbuch ist voll: {most} Adressen.', remedy: 'Entfernen Sie eine, die Sie nicht mehr brauchen.' },
  'company-none': { text: 'Dieses Konto kauft für keine Firma ein.', remedy: 'Bitten Sie uns, es Ihrer Firma zuzuordnen.' },
  'company-administrator-only': { text: 'Das kann nur ein Administrator der Firma.', remedy: 'Fragen Sie einen von ihnen.' },
  'buyer-not-found': { text: 'Diesen Einkäufer gibt es in der Firma nicht.' },
  'buyer-own-account': { text: 'Das ändert niemand am eigenen Konto.', remedy: 'Bitten Sie einen anderen Administrator der Firma.' },
  'buyer-closed-by-shop': { text: 'Dieses Konto haben wir geschlossen, nicht die Firma.', remedy: 'Bitten Sie uns, es zu öffnen.' },
  'company-last-administrator': { text: 'Die Firma braucht einen Administrator.', remedy: 'Ernennen Sie zuerst jemand anderen.' },
  'company-full': { text: 'Eine Firma hat höchstens {most} Einkäufer und Einladungen.', remedy: 'Ziehen Sie eine Einladung zurück, die niemand angenommen hat.' },
  'buyer-invited': { text: 'Diese Adresse ist schon eingeladen.' },
  'buyer-elsewhere': { text: 'Dieser Kunde kauft schon für eine Firma ein.', remedy: 'Nehmen Sie ihn dort zuerst heraus.' },
  'company-other-website': { text: 'Die Firma gehört zu einer anderen Website.' },
  'vat-number-changed': { text: 'Die USt-IdNr. wurde geändert, seit diese Seite entstand.', remedy: 'Sehen Sie sich die jetzige an.' },
  'payment-days-invalid': { text: 'Das Zahlungsziel ist eine ganze Zahl bis {most}.', remedy: 'Lassen Sie das Feld leer, gilt das Zahlungsziel der Website.' },
};

export const companySentencesEs: CompanySentences = {
  'vat-number-invalid': { text: 'Esto no es un NIF-IVA.', remedy: 'Escríbalo con las letras de su país, por ejemplo DE123456788, o deje el campo vacío.' },
  'address-book-full': { text: 'La libreta de direcciones está llena: {most} direcciones.', remedy: 'Quite una que ya no use.' },
  'company-none': { text: 'Esta cuenta no compra para ninguna empresa.', remedy: 'Pídanos que la añadamos a la suya.' },
  'company-administrator-only': { text: 'Solo puede hacerlo un administrador de la empresa.', remedy: 'Pregunte a uno de ellos.' },
  'buyer-not-found': { text: 'No existe ese comprador en la empresa.' },
  'buyer-own-account': { text: 'Nadie cambia esto en su propia cuenta.', remedy: 'Pídalo a otro administrador de la empresa.' },
  'buyer-closed-by-shop': { text: 'Esta cuenta la cerramos nosotros, no la empresa.', remedy: 'Pídanos que la abramos.' },
  'company-last-administrator': { text: 'La empresa necesita un administrador.', remedy: 'Nombre antes a otra persona.' },
  'company-full': { text: 'Una empresa tiene como máximo {most} compradores e invitaciones.', remedy: 'Retire una invitación que nadie aceptó.' },
  'buyer-invited': { text: 'Esta dirección ya está invitada.' },
  'buyer-elsewhere': { text: 'Este cliente ya compra para una empresa.', remedy: 'Quítelo antes de ella.' },
  'company-other-website': { text: 'La empresa pertenece a otro sitio web.' },
  'vat-number-changed': { text: 'El NIF-IVA ha cambiado desde que se creó esta página.', remedy: 'Revise el actual.' },
  'payment-days-invalid': { text: 'El plazo de pago es un número entero hasta {most}.', remedy: 'Deje el campo vacío para usar el plazo del sitio web.' },
};
