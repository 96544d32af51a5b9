import type { PICTURE_CODES } from '../picture-codes.ts';
import type { Sentence } from '../sentence.ts';

type Sentences = Record<(typeof PICTURE_CODES)[number], Sentence>;

/** What is said of a file that can't be a product's picture, in every language. */
export const PICTURE_SENTENCES: Record<'en' | 'de' | 'es', Sentences> = {
  en: {
    'picture-missing': { text: 'No picture is chosen.', remedy: 'Choose at least one file.' },
    'picture-type': { text: '“{file}” is not a JPEG, PNG or WebP picture, whatever its name says.', remedy: 'Save it as one of these.' },
    'picture-too-large': { text: '“{file}” is larger than {most} MB.', remedy: 'Save it smaller.' },
    'picture-too-many-pixels': { text: '“{file}” measures {width} × {height} pixels; at most {most} million are taken, and 10,000 to a side.', remedy: 'Save it smaller.' },
    'picture-unreadable': { text: '“{file}” is damaged and can’t be shown.', remedy: 'Save it anew and upload it again.' },
    'picture-repeated': { text: '“{file}” is one of this product’s pictures already.', remedy: 'Leave it out.' },
    'pictures-too-many': { text: 'A product has at most {most} pictures.', remedy: 'Delete one first, or choose fewer.' },
    'upload-too-large': { text: 'These files are larger than {most} MB together.', remedy: 'Upload them in several steps.' },
    'alt-too-long': { text: 'This text is longer than {most} characters.', remedy: 'Say it shorter.' },
  },
  de: {
    'picture-missing': { text: 'Es ist kein Bild ausgewählt.', remedy: 'Wählen Sie mindestens eine Datei.' },
    'picture-type': { text: '„{file}“ ist kein Bild im Format JPEG, PNG oder WebP, wie auch immer die Datei heißt.', remedy: 'Speichern Sie es in einem dieser Formate.' },
    'picture-too-large': { text: '„{file}“ ist größer als {most} MB.', remedy: 'Speichern Sie das Bild kleiner.' },
    'picture-too-many-pixels': { text: '„{file}“ misst {width} × {height} Pixel; höchstens {most} Millionen sind möglich und 10.000 je Seite.', remedy: 'Speichern Sie das Bild kleiner.' },
    'picture-unreadable': { text: '„{file}“ ist beschädigt und kann nicht gezeigt werden.', remedy: 'Speichern Sie das Bild neu, und laden Sie es noch einmal hoch.' },
    'picture-repeated': { text: '„{file}“ gehört schon zu den Bildern dieses Produkts.', remedy: 'Lassen Sie die Datei weg.' },
    'pictures-too-many': { text: 'Ein Produkt hat höchstens {most} Bilder.', remedy: 'Löschen Sie zuerst eines, oder wählen Sie weniger.' },
    'upload-too-large': { text: 'Diese Dateien sind zusammen größer als {most} MB.', remedy: 'Laden Sie sie in mehreren Schritten hoch.' },
    'alt-too-long': { text: 'Dieser Text ist länger als {most} Zeichen.', remedy: 'Fassen Sie ihn kürzer.' },
  },
  es: {
    'picture-missing': { text: 'No ha elegido ninguna imagen.', remedy: 'Elija al menos un archivo.' },
    'picture-type': { text: '«{file}» no es una imagen JPEG, PNG o WebP, diga lo que diga su nombre.', remedy: 'Guárdela en uno de estos formatos.' },
    'picture-too-large': { text: '«{file}» ocupa más de {most} MB.', remedy: 'Guárdela más pequeña.' },
    'picture-too-many-pixels': { text: '«{file}» mide {width} × {height} píxeles; se admiten como máximo {most} millones y 10.000 por lado.', remedy: 'Guárdela más pequeña.' },
    'picture-unreadable': { text: '«{file}» está dañada y no se puede mostrar.', remedy: 'Guárdela de nuevo y vuelva a subirla.' },
    'picture-repeated': { text: '«{file}» ya es una de las imágenes de este producto.', remedy: 'No la incluya.' },
    'pictures-too-many': { text: 'Un producto tiene como máximo {most} imágenes.', remedy: 'Elimine antes una o elija menos.' },
    'upload-too-large': { text: 'Estos archivos ocupan juntos más de {most} MB.', remedy: 'Súbalos en varios pasos.' },
    'alt-too-long': { text: 'Este texto tiene más de {most} caracteres.', remedy: 'Dígalo más breve.' },
  },
};
