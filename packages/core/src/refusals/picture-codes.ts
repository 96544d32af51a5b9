/** Why a file can't be a product's picture, or nothing was uploaded (G1). */
export const PICTURE_CODES = [
  'picture-missing',
  'picture-type',
  'picture-too-large',
  'picture-too-many-pixels',
  'picture-unreadable',
  'picture-repeated',
  'pictures-too-many',
  'upload-too-large',
  'alt-too-long',
] as const;

export const PICTURE_STATUS: Record<(typeof PICTURE_CODES)[number], 409 | 413 | 422> = {
  'picture-missing': 422,
  'picture-type': 422,
  'picture-too-large': 413,
  'picture-too-many-pixels': 422,
  'picture-unreadable': 422,
  'picture-repeated': 409,
  'pictures-too-many': 409,
  'upload-too-large': 413,
  'alt-too-long': 422,
};
