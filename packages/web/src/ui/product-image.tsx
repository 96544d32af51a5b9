interface ProductImageProps {
  src: string;
  /** Pixels it is shown at; the space is kept before it loads. */
  size: number;
  /** Empty where the name stands beside it. */
  alt?: string;
  /** False for the first pictures of a page. */
  lazy?: boolean;
  className?: string;
}

/** A product's picture, always square. */
export function ProductImage({ src, size, alt = '', lazy = true, className }: ProductImageProps) {
  return (
    <img
      src={src}
      alt={alt}
      width={size}
      height={size}
      loading={lazy ? 'lazy' : undefined}
      decoding={lazy ? 'async' : undefined}
      className={className ? `product-image ${className}` : 'product-image'}
    />
  );
}
