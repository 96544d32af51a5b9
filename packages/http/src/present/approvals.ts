import { holds, type Actor } from '@onbehalf/assist';
import { marginOf, RESOURCE } from '@onbehalf/core';
import { approvalRefusal, type ApprovalQuestion, type PriceApproval } from '@onbehalf/shop';
import type { ApprovalView, Problem } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { problemsOf } from '../problems.ts';
import { amountText } from './action-log-text.ts';
import { imageOf, money } from './names.ts';
import { reasonText } from './price-tag.ts';

export function approvalQuestion(arrived: Pick<Arrived, 'now'>, actor: Actor): ApprovalQuestion {
  return { now: arrived.now, storeIds: [...actor.storeIds] };
}

/** How long a price stands after its session, where the line is (C6). */
export const validFor = ({ settings }: Pick<Arrived, 'settings'>) => ({ websiteId, storeId }: PriceApproval): number =>
  settings.get('assist/price_edit/valid_for', { websiteId, storeId });

/** Why this member of staff can't decide it; empty: he can. */
export function against(arrived: Arrived, actor: Actor, approval: PriceApproval): ReturnType<typeof approvalRefusal> {
  return approvalRefusal(approval, { staffId: actor.id, now: arrived.now, validFor: validFor(arrived) });
}

export function approvalView(deps: Deps, arrived: Arrived, { actor, approval }: { actor: Actor; approval: PriceApproval }): ApprovalView {
  const { locale } = arrived;
  const { currency, minor, catalogueMinor, reason } = approval;
  const store = deps.stores.find((one) => one.id === approval.storeId);
  const refusal = against(arrived, actor, approval);
  const stopped: Problem[] = approval.status === 'approved' || approval.status === 'declined' || refusal === null ? [] : problemsOf(deps, [refusal], arrived);
  const percent = catalogueMinor === 0n ? 0 : (Number(minor - catalogueMinor) / Number(catalogueMinor)) * 100;
  return {
    id: approval.id,
    href: `/staff/approvals/${approval.id}`,
    status: approval.status,
    actorName: approval.actorName,
    customer: { name: approval.customerName, company: approval.customerCompany },
    storeName: store?.name ?? '',
    product: { name: inLocale(approval.productName, locale), sku: approval.sku, image: imageOf(approval.image) },
    quantity: approval.quantity,
    price: money(minor, currency),
    normal: money(catalogueMinor, currency),
    difference: { money: money(minor - catalogueMinor, currency), percent: new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(percent) },
    margin: marginView(actor, { approval, locale, pricesIncludeTax: store?.pricesIncludeTax ?? false }),
    reason: reasonText(deps, locale, reason),
    limits: approval.codes.map((code) => deps.web.message(`approval.limit.${code}`, locale, { name: approval.actorName })),
    askedAt: approval.askedAt,
    decided: approval.deciderName === null || approval.decidedAt === null ? null : { by: approval.deciderName, at: approval.decidedAt, comment: approval.comment },
    stopped,
  };
}

function marginView(actor: Actor, { approval, locale, pricesIncludeTax }: { approval: PriceApproval; locale: Arrived['locale']; pricesIncludeTax: boolean }): ApprovalView['margin'] {
  if (!holds(actor, RESOURCE.viewMargin)) return null;
  const margin = marginOf(approval.minor, { ...approval, taxBasisPoints: BigInt(approval.taxBasisPoints), pricesIncludeTax });
  if (margin === null) return null;
  const percent = margin.basisPoints === null ? null : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Number(margin.basisPoints) / 100);
  return { money: money(margin.minor, approval.currency), percent };
}

/** The answer to a question of one's own, among "what needs me" until its line is ordered or a day has passed (C5). */
export function approvalAnswer(deps: Deps, { locale }: Arrived, approval: PriceApproval): { text: string; href: string } {
  const facts = {
    decider: approval.deciderName ?? '', price: amountText(approval.minor, approval.currency, locale), product: inLocale(approval.productName, locale), customer: approval.customerName,
  };
  return { text: deps.web.message(`approval.answer-${approval.status}`, locale, facts), href: `/staff/customers/${approval.customerId}` };
}

/** One line of "what needs me" on the dashboard (A6). */
export function approvalNeed(deps: Deps, { locale }: Arrived, approval: PriceApproval): { text: string; href: string } {
  const facts = {
    name: approval.actorName, price: amountText(approval.minor, approval.currency, locale), product: inLocale(approval.productName, locale), customer: approval.customerName,
  };
  return { text: deps.web.message('approval.need', locale, facts), href: `/staff/approvals/${approval.id}` };
}
