// A case in the room 自查: how the tests make one and give it steps.

export const box = (s, name) => s.page.locator(`#mirror input[aria-label="${name}"]`);

export async function newCase(s, matter = '红头文件') {
  await s.page.getByRole('button', { name: '新建案卷' }).first().click();
  await s.settle();
  await box(s, '事项').click();
  await s.compose(['h', 'hong', '红头'], matter);
  await s.press('Enter');
}

export async function addStep(s, parts, text) {
  await box(s, '添加步骤').click();
  await s.settle();
  await s.compose(parts, text);
  await s.press('Enter');
}

/** A whole route at once, as it comes from a document. */
export async function pasteRoute(s, route) {
  await box(s, '添加步骤').click();
  await s.settle();
  await box(s, '添加步骤').fill(route);
  await s.settle();
  await s.press('Enter');
}
