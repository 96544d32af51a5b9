import type { AdminProductProps, AdminProductRow } from '../../../props/catalog.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { ProductImage } from '../../../ui/product-image.tsx';
import { problemAt, problemsBeside } from '../../../ui/problems.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { LANGUAGES } from './languages.ts';

type ImagesProps = AdminProductProps & { product: AdminProductRow };
type Picture = AdminProductProps['pictures']['rows'][number];

/** The product's own pictures: uploaded, told in words, put in order, deleted (G1). */
export function ProductImages(props: ImagesProps) {
  const t = useT();
  const { pictures, problems } = props;
  const fields = ['files', ...pictures.rows.flatMap(({ id }) => LANGUAGES.map(({ code }) => `alt.${id}.${code}`))];
  return (
    <div className="stack">
      <ProblemList problems={problemsBeside(problems, fields)} />
      {pictures.rows.length === 0 ? <Alert>{t('images.none')}</Alert> : null}
      {pictures.rows.length < pictures.most ? <Upload {...props} /> : <Alert>{t('images.full', { most: pictures.most })}</Alert>}
      {pictures.rows.length > 0 ? <Pictures {...props} /> : null}
    </div>
  );
}

function Upload({ product, pictures, problems }: ImagesProps) {
  const t = useT();
  const wrong = problems.filter(({ field }) => field === 'files');
  return (
    <Form action={`${product.href}/images/upload`} label={t('images.upload')} files noValidate>
      <Panel title={t('images.upload')} level={2}>
        <div className="form-stack">
          {wrong.length > 1 ? <ProblemList problems={wrong} /> : null}
          <FileField name="files" label={t('images.files')} accept="image/jpeg,image/png,image/webp" multiple problem={wrong.length === 1 ? wrong[0] : undefined} hint={t('images.filesHint', { megabytes: pictures.megabytes, megapixels: pictures.megapixels, left: pictures.most - pictures.rows.length })} />
          <div className="form-actions">
            <Button tone="primary">{t('images.uploadButton')}</Button>
          </div>
        </div>
      </Panel>
    </Form>
  );
}

/** One form for all of them: whatever button is pressed, the texts typed are kept. */
function Pictures(props: ImagesProps) {
  const t = useT();
  const { product, pictures } = props;
  return (
    <>
      <Form id="product" action={`${product.href}/images`} label={t('images.title')} noValidate>
        <Panel title={t('images.title')} level={2}>
          <p className="text-sm text-muted">{t('images.help')}</p>
          <ol className="pictures">
            {pictures.rows.map((picture, at) => (
              <PictureFields key={picture.id} {...props} picture={picture} at={at} />
            ))}
          </ol>
        </Panel>
      </Form>
      {pictures.rows.map((picture, at) => (
        <Dialog
          key={picture.id}
          id={`delete-picture-${picture.id}`}
          title={t('images.deleteTitle', { number: at + 1 })}
          actions={
            <Button tone="danger" form="product" formAction={`${product.href}/images/${picture.id}/delete`}>
              {t('images.delete')}
            </Button>
          }
        >
          <p>{pictures.rows.length === 1 ? t('images.deleteLast', { name: product.name }) : at === 0 ? t('images.deleteMain', { name: product.name }) : t('images.deleteText', { name: product.name })}</p>
          <p>{t('images.deleteOrders')}</p>
        </Dialog>
      ))}
    </>
  );
}

function PictureFields({ picture, at, pictures, product, problems, typed }: ImagesProps & { picture: Picture; at: number }) {
  const t = useT();
  const format = useFormat();
  const number = at + 1;
  return (
    <li>
      <fieldset>
        <legend>
          {t('images.number', { number })} {at === 0 ? <Badge tone="good">{t('images.main')}</Badge> : null}
        </legend>
        <div className="picture-shown">
          <ProductImage src={picture.image} size={160} alt={typed[`alt.${picture.id}.en`] || product.name} />
          <span className="text-sm text-muted tabular">
            {t('images.size', { width: format.number(picture.width), height: format.number(picture.height) })}
          </span>
        </div>
        <div className="grid gap-3">
          {LANGUAGES.map(({ code, name }) => {
            const field = `alt.${picture.id}.${code}`;
            return <TextField key={code} name={field} label={t('images.altIn', { language: name })} value={typed[field]} autoComplete="off" maxLength={200} problem={problemAt(problems, field)} optional />;
          })}
          <div className="picture-actions">
            <Button name="move" value={`up.${picture.id}`} icon="chevron-up" disabled={at === 0} label={t('images.upLabel', { number })}>
              {t('images.up')}
            </Button>
            <Button name="move" value={`down.${picture.id}`} icon="chevron-down" disabled={number === pictures.rows.length} label={t('images.downLabel', { number })}>
              {t('images.down')}
            </Button>
            {at === 0 ? null : (
              <Button name="move" value={`main.${picture.id}`} label={t('images.makeMainLabel', { number })}>
                {t('images.makeMain')}
              </Button>
            )}
            <Button type="button" tone="danger" command="show-modal" commandFor={`delete-picture-${picture.id}`} label={t('images.deleteLabel', { number })}>
              {t('images.delete')}
            </Button>
          </div>
        </div>
      </fieldset>
    </li>
  );
}
