import type { ReactNode } from 'react';
import { useRequest } from '../shell/request-context.tsx';

interface FormProps {
  action: string;
  children?: ReactNode;
  method?: 'post' | 'get';
  id?: string;
  className?: string | undefined;
  label?: string;
  /** False for plain page loads: leaving a context, logging in, downloads. */
  boost?: boolean;
  noValidate?: boolean;
  /** It sends files, and so as a whole page load. */
  files?: boolean;
  /** Hidden fields by name. */
  hidden?: Readonly<Record<string, string | number>>;
  role?: 'search';
  /** False where a button of the form carries it: another one sends the form as a GET. */
  token?: boolean;
}

/** The only way a page writes a form: a POST always carries the token of its session and context. */
export function Form({ action, children, method = 'post', id, className, label, boost = true, files = false, noValidate, hidden, role, token = true }: FormProps) {
  const { csrf } = useRequest();
  return (
    <form {...{ action, method, id, className, noValidate, role }} aria-label={label} encType={files ? 'multipart/form-data' : undefined} {...(boost && !files ? {} : { 'hx-boost': 'false' })}>
      {method === 'post' && token ? <input type="hidden" name="_csrf" value={csrf} /> : null}
      {hidden && Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children}
    </form>
  );
}
