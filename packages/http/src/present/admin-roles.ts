import type { Actor, Role } from '@onbehalf/assist';
import { RESOURCE_TREE, includesRights, type AssistMode, type Locale, type ResourceBranch, type ResourceId, type ResourceLeaf, type Refusal, type RoleRights } from '@onbehalf/core';
import type { ResourceNode, RoleProps, RoleResourcesProps, RoleRow } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';

export function roleRow({ id, name, rights, staffCount }: Role): RoleRow {
  return { id, name, href: `/admin/roles/${id}`, resources: rights.resources === 'all' ? 'all' : rights.resources.size, mode: rights.mode, staffCount };
}

/** What the viewer's own role gives. */
export function rightsOfActor({ resources, assistMode }: Actor): RoleRights {
  return { resources, mode: assistMode };
}

/** True for a role with rights its viewer doesn't have: shown, and closed. */
export function isAbove(viewer: Actor, { rights }: Pick<Role, 'rights'>): boolean {
  return !includesRights(rightsOfActor(viewer), rights);
}

export interface RoleTyped {
  name: string;
  mode: AssistMode;
  secondFactorRequired: boolean;
}

type Wording = { deps: Deps; request: Arrived };

export function roleProps({ deps, request }: Wording, { viewer, role, typed, refusals }: { viewer: Actor; role: Role | null; typed: RoleTyped; refusals: readonly Refusal[] }): RoleProps {
  return {
    id: role?.id ?? null,
    title: role?.name ?? deps.web.message('role.newTitle', request.locale),
    name: typed.name,
    mode: typed.mode,
    secondFactorRequired: typed.secondFactorRequired,
    staffCount: role?.staffCount ?? 0,
    locked: role !== null && isAbove(viewer, role),
    problems: problemsOf(deps, refusals, request),
  };
}

export function roleResourcesProps({ deps, request }: Wording, { viewer, role, chosen, refusals }: { viewer: Actor; role: Role; chosen: readonly ResourceId[] | 'all'; refusals: readonly Refusal[] }): RoleResourcesProps {
  const locked = isAbove(viewer, role);
  const ticked = (id: string): boolean => chosen !== 'all' && chosen.some((one) => one === id);
  const mayGive = (id: string): boolean => viewer.resources === 'all' || viewer.resources.has(id);
  return {
    id: role.id,
    title: role.name,
    value: chosen === 'all' ? 'all' : 'custom',
    mayGiveAll: viewer.resources === 'all',
    tree: treeOf(RESOURCE_TREE, request.locale, { ticked, disabled: (id) => locked || !mayGive(id) }),
    locked,
    problems: problemsOf(deps, refusals, request),
  };
}

interface Marks {
  ticked(id: string): boolean;
  disabled(id: string): boolean;
}

function treeOf(nodes: readonly (ResourceBranch | ResourceLeaf)[], locale: Locale, marks: Marks): ResourceNode[] {
  return nodes.map((node) => {
    const label = node.label[locale];
    if ('id' in node) return { kind: 'leaf', id: node.id, label, ticked: marks.ticked(node.id), disabled: marks.disabled(node.id) };
    return { kind: 'branch', key: node.label.en.toLowerCase().replaceAll(' ', '-'), label, children: treeOf(node.children, locale, marks) };
  });
}
