import { sourcesOf } from '@onbehalf/core';
import { classNames } from './class-names.ts';

interface ProductImageProps {
  /** Of a drawing, or of any size of a product's own picture: the browser takes the size it needs. */
  src: string;
  /** Pixels it is shown at; the space is kept before it loads. */
  size: number;
  /** Empty where the name stands beside it. */
  alt?: string;
  /** False for the first pictures of a page. */
  lazy?: boolean;
  className?: string;
}

/** A product's picture, always in a square; one of its own is shown whole. */
export function ProductImage({ src, size, alt = '', lazy = true, className }: ProductImageProps) {
  const sources = sourcesOf(src);
  const own = sources === null ? {} : { srcSet: sources.map(({ address, width }) => `${address} ${width}w`).join(', '), sizes: size >= 640 ? '(min-width: 60rem) 640px, 100vw' : `${size}px` };
  return (
    <img
      src={src}
      {...own}
      alt={alt}
      width={size}
      height={size}
      loading={lazy ? 'lazy' : undefined}
      decoding={lazy ? 'async' : undefined}
      className={classNames('product-image', sources !== null && 'product-photo', className)}
    />
  );
}
