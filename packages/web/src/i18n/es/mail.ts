import type { mail as en } from '../en/mail.ts';

export const mail: Readonly<Record<keyof typeof en, string>> = {
  'mail.hello': 'Hola, {name}:',
  'mail.sentBy': '{shop} le envió este correo por su cuenta en la tienda.',
  'mail.sentToStaff': '{shop} le envió esta copia porque el pedido está a su nombre como personal.',
  'mail.total': 'Total',
  'mail.deliverTo': 'Entrega a',
  'mail.payment': 'Pago',
  'mail.comment': 'Comentario',

  'mail.order.subject': 'Su pedido {number}',
  'mail.order.intro': 'gracias por su pedido {number}. Lo hemos recibido y empezamos a prepararlo.',
  'mail.order.button': 'Ver el pedido',

  'mail.staff.subject': 'Pedido {number} para {customer}',
  'mail.staff.intro': 'usted hizo el pedido {number} para {customer}.',
  'mail.staff.commission': 'Comisión',
  'mail.staff.customer': 'Cliente',
  'mail.staff.email': 'Correo electrónico',
  'mail.staff.phone': 'Teléfono',
  'mail.staff.company': 'Empresa',
  'mail.staff.reason': 'Motivo',
  'mail.staff.reference': 'Referencia',

  'mail.reset.subject': 'Elija una contraseña nueva',
  'mail.reset.intro': 'alguien pidió una contraseña nueva para su cuenta en {shop}. Si fue usted, elíjala aquí:',
  'mail.reset.button': 'Elegir una contraseña nueva',
  'mail.reset.minutes': 'El enlace sirve una vez, durante {minutes, plural, one {# minuto} other {# minutos}}.',
  'mail.reset.notYou': 'Si no fue usted, no haga nada. Su contraseña sigue igual.',

  'mail.changed.subject': 'Se cambió su contraseña',
  'mail.changed.intro': 'la contraseña de su cuenta en {shop} se acaba de cambiar y sus otras sesiones se cerraron.',
  'mail.changed.notYou': 'Si no fue usted, use enseguida «¿Olvidó su contraseña?» y avísenos.',

  'mail.suspicious.subject': 'Inicio inusual de {actor}',
  'mail.suspicious.foot': '{shop} le envía este correo porque su rol puede leer el registro de acciones.',
  'mail.suspicious.blocked': '{actor} intentó entrar en la cuenta de {customer} el {when}. Se rechazó porque «Bloquear sesiones sospechosas» está activado.',
  'mail.suspicious.started': '{actor} entró en la cuenta de {customer} el {when}.',
  'mail.suspicious.signs': 'Lo que fue inusual',
  'mail.suspicious.next': 'Puede haber un buen motivo. El registro tiene cada paso.',
  'mail.suspicious.button': 'Ver el registro',
  'mail.suspicious-many-customers': 'Cuentas de 30 o más clientes distintos en una hora',
  'mail.suspicious-address-change': 'Otra red que aquella en la que empezó la sesión',
  'mail.suspicious-new-network': 'Una red desde la que nunca se había usado esta cuenta',
  'mail.suspicious-night-work': 'Una hora a la que esta persona casi nunca trabaja',
  'mail.suspicious-price-cuts': 'Descuentos del último día muy por encima de lo habitual',
};
