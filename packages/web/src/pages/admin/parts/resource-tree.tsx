import type { ResourceNode } from '../../../props/staff-admin.ts';
import { useT } from '../../../shell/request-context.tsx';

/** Tick boxes in nested groups. With script each branch has one more that ticks all of its own. */
export function ResourceTree({ nodes }: { nodes: readonly ResourceNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.kind === 'leaf' ? node.id : node.key}>{node.kind === 'leaf' ? <Leaf leaf={node} /> : <Branch branch={node} />}</li>
      ))}
    </ul>
  );
}

function Branch({ branch }: { branch: Extract<ResourceNode, { kind: 'branch' }> }) {
  const t = useT();
  const id = `branch-${branch.key}`;
  return (
    <tick-branch>
      <fieldset>
        <legend>{branch.label}</legend>
        <div className="checkbox branch-whole" data-branch-whole="" hidden>
          <input type="checkbox" id={id} />
          <label htmlFor={id}>{t('role.whole', { branch: branch.label })}</label>
        </div>
        <ResourceTree nodes={branch.children} />
      </fieldset>
    </tick-branch>
  );
}

function Leaf({ leaf }: { leaf: Extract<ResourceNode, { kind: 'leaf' }> }) {
  const id = `resource-${leaf.id.replaceAll('.', '-')}`;
  return (
    <div className="checkbox">
      <input type="checkbox" id={id} name="resources" value={leaf.id} defaultChecked={leaf.ticked} disabled={leaf.disabled} />
      <label htmlFor={id}>{leaf.label}</label>
    </div>
  );
}
