import type { EndReason } from '../assist-session/end-reason.ts';
import type { Locale } from '../locale.ts';
import { fillMessage } from './fill-message.ts';
import type { RefusalFacts } from './refusal.ts';

/**
 * What stands after "Assist session ended:" (B9). ICU messages; `idle` takes `minutes`.
 * No full stop: the reason is part of a sentence.
 */
export const endReasonSentences: Readonly<Record<Locale, Readonly<Record<EndReason, string>>>> = {
  en: {
    exit: 'you logged out from the customer',
    switch: 'you switched to another customer',
    idle: 'no activity for {minutes, plural, one {# minute} other {# minutes}}',
    'hard-limit': 'it reached its longest time',
    'staff-logout': 'you logged out',
    'actor-deactivated': 'your staff account was deactivated',
    'permission-lost': 'your right to assist was taken away',
    'assignment-lost': 'the customer is no longer assigned to you',
    'customer-blocked': 'the customer account is no longer open',
    'consent-withdrawn': 'the customer withdrew consent',
    'feature-off': 'Login as Customer was switched off',
    'ended-by-administrator': 'an administrator ended it',
    'store-unavailable': 'the store is not available',
    'stopped-by-customer': 'the customer stopped it',
    'customer-inactive': 'the customer account is inactive',
    'customer-suspended': 'the customer account was suspended',
    'consent-expired': 'the customer’s consent ran out',
    'consent-missing': 'the customer has not agreed to it',
    'store-lost': 'you no longer work in this store',
    'password-changed': 'your password was changed',
    'second-factor-changed': 'your second factor was changed',
    'second-factor-required': 'your role asks for a second factor now',
    'ended-elsewhere': 'you ended it from another session',
    'new-login': 'you logged in again',
  },
  de: {
    exit: 'Sie haben sich vom Kunden abgemeldet',
    switch: 'Sie haben zu einem anderen Kunden gewechselt',
    idle: 'keine Aktivität seit {minutes, plural, one {# Minute} other {# Minuten}}',
    'hard-limit': 'die längste Dauer ist erreicht',
    'staff-logout': 'Sie haben sich abgemeldet',
    'actor-deactivated': 'Ihr Mitarbeiterkonto wurde deaktiviert',
    'permission-lost': 'Ihr Recht zur Assistenz wurde entzogen',
    'assignment-lost': 'der Kunde ist Ihnen nicht mehr zugeordnet',
    'customer-blocked': 'das Kundenkonto ist nicht mehr zugänglich',
    'consent-withdrawn': 'der Kunde hat seine Zustimmung widerrufen',
    'feature-off': 'die Anmeldung als Kunde wurde ausgeschaltet',
    'ended-by-administrator': 'die Administration hat sie beendet',
    'store-unavailable': 'der Shop ist nicht verfügbar',
    'stopped-by-customer': 'der Kunde hat sie beendet',
    'customer-inactive': 'das Kundenkonto ist inaktiv',
    'customer-suspended': 'das Kundenkonto wurde ausgesetzt',
    'consent-expired': 'die Zustimmung des Kunden ist abgelaufen',
    'consent-missing': 'der Kunde hat nicht zugestimmt',
    'store-lost': 'Sie arbeiten nicht mehr in diesem Shop',
    'password-changed': 'Ihr Passwort wurde geändert',
    'second-factor-changed': 'Ihr zweiter Faktor wurde geändert',
    'second-factor-required': 'Ihre Rolle verlangt jetzt einen zweiten Faktor',
    'ended-elsewhere': 'Sie haben sie aus einer anderen Sitzung beendet',
    'new-login': 'Sie haben sich erneut angemeldet',
  },
  es: {
    exit: 'usted salió de la cuenta del cliente',
    switch: 'usted cambió a otro cliente',
    idle: 'sin actividad durante {minutes, plural, one {# minuto} other {# minutos}}',
    'hard-limit': 'se alcanzó la duración máxima',
    'staff-logout': 'usted cerró su sesión',
    'actor-deactivated': 'su cuenta de personal fue desactivada',
    'permission-lost': 'se retiró su permiso para asistir',
    'assignment-lost': 'el cliente ya no está asignado a usted',
    'customer-blocked': 'la cuenta del cliente ya no está disponible',
    'consent-withdrawn': 'el cliente retiró su consentimiento',
    'feature-off': 'se desactivó el inicio de sesión como cliente',
    'ended-by-administrator': 'un administrador la finalizó',
    'store-unavailable': 'la tienda no está disponible',
    'stopped-by-customer': 'el cliente la detuvo',
    'customer-inactive': 'la cuenta del cliente está inactiva',
    'customer-suspended': 'la cuenta del cliente fue suspendida',
    'consent-expired': 'el consentimiento del cliente caducó',
    'consent-missing': 'el cliente no ha dado su consentimiento',
    'store-lost': 'usted ya no trabaja en esta tienda',
    'password-changed': 'su contraseña fue cambiada',
    'second-factor-changed': 'se cambió su segundo factor',
    'second-factor-required': 'su rol pide ahora un segundo factor',
    'ended-elsewhere': 'usted la finalizó desde otra sesión',
    'new-login': 'usted volvió a iniciar sesión',
  },
};

/** Why a context ended, in a person's language; `idle` quotes the fact `minutes`. */
export const endReasonSentence = (reason: EndReason, locale: Locale, facts?: RefusalFacts): string =>
  fillMessage(endReasonSentences[locale][reason], facts);
