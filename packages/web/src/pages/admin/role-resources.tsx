import type { ResourceNode, RoleResourcesProps } from '../../props/staff-admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { ResourceTree } from './parts/resource-tree.tsx';
import { ROLE_FORM, RoleFrame } from './parts/role-frame.tsx';

const hasForeign = (nodes: readonly ResourceNode[]): boolean => nodes.some((node) => (node.kind === 'leaf' ? node.disabled : hasForeign(node.children)));

/** Role Information › Role Resources: all of them, or the ticked ones of the tree (F2). */
export function AdminRoleResourcesPage({ id, title, value, mayGiveAll, tree, locked, problems }: RoleResourcesProps) {
  const t = useT();
  const options = [...(mayGiveAll || value === 'all' ? [{ value: 'all', label: t('roles.all') }] : []), { value: 'custom', label: t('roles.custom') }];
  return (
    <RoleFrame id={id} title={title} section="resources" locked={locked}>
      <ProblemList problems={problemsBeside(problems, ['resources'])} />
      <Panel>
        <Form id={ROLE_FORM} action={`/admin/roles/${id}/resources`} className="admin-form role-resources">
          <Select name="scope" label={t('roles.resources')} hint={t('role.allText')} options={options} value={value} disabled={locked} problem={problemAt(problems, 'resources')} />
          <div className="resource-tree" role="group" aria-label={t('role.tree')}>
            {!locked && hasForeign(tree) ? <p className="field-hint" id="not-yours">{t('role.notYours')}</p> : null}
            <ResourceTree nodes={tree} />
          </div>
        </Form>
      </Panel>
    </RoleFrame>
  );
}
