import { SaleJourney } from './setup/sale-journey.ts';
import { SALES } from './setup/sales-table.ts';
import { logOutStaff } from './setup/people.ts';
import { test } from './setup/test.ts';

for (const sale of SALES) {
  const { who, width, script, store } = sale;
  const isPhone = width === 360;
  test.describe(`a ${who} at ${width} px ${script ? 'with' : 'without'} script`, () => {
    test.use({ viewport: { width, height: isPhone ? 740 : 900 }, hasTouch: isPhone, isMobile: isPhone, javaScriptEnabled: script, locale: sale.language });

    test(`G3, G5: finds, wishes, adds, uses a coupon, orders on account to a new address, orders again and keeps the address (${store})`, async ({ page }) => {
      const journey = new SaleJourney(page, sale, { script, touch: isPhone, stumbles: who === 'customer' });
      await (who === 'clerk' ? journey.enterAsClerk() : journey.logInAsBuyer());
      const wished = await journey.find('SKU-1017');
      await journey.wishAndMove(wished);
      const added = await journey.find('SKU-1013');
      await journey.add(added, '3');
      await journey.useCoupon('WELCOME10');
      const placed = await journey.checkOut('12 Lantern Way');
      await journey.findAndReorder(placed, [wished, added]);
      await journey.keepAddress('14 Lantern Way');
      if (who === 'customer') return;
      await journey.leave(placed);
      await logOutStaff(page);
    });
  });
}
