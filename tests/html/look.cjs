// Looks at pages of the HTML report in Chromium, as a reader would: look.cjs BROWSER FOLDER NAME...
const fs = require('fs');
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [browserPath, folder, ...names] = process.argv.slice(2);
const looks = {
  desktop: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 375, height: 800 } },
  narrow: { viewport: { width: 320, height: 600 }, colorScheme: 'dark' },
};
let checks = 0, failures = 0;
function expect(condition, what) {
  checks++;
  if (condition) return;
  failures++;
  console.log('FAILED', what);
}

// Nothing is asked of the network, nothing complains.
async function open(browser, name, look, options = {}) {
  const context = await browser.newContext({ ...looks[look], ...options });
  const page = await context.newPage();
  const file = `file://${fs.realpathSync(folder)}/${name}.html`;
  page.on('request', (request) => expect(request.url().split('#')[0] === file, `${name}: asks for ${request.url().slice(0, 100)}`));
  page.on('console', (message) => expect(false, `${name}: the console says ${message.text().slice(0, 200)}`));
  page.on('pageerror', (error) => expect(false, `${name}: ${error.message}`));
  page.on('dialog', () => expect(false, `${name}: a dialog opens`));
  await page.goto(file);
  return page;
}

async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  expect(passes.length > 10, `${what}: axe looked at little`);
  for (const one of violations) expect(false, `${what}: axe: ${one.id}: ${one.nodes.length} times: ${one.nodes[0].html.slice(0, 160)}`);
}

async function fits(page, what) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(wide <= room, `${what}: ${wide} wide in ${room}`);
}

const seen = (page, selector) => page.evaluate((one) => {
  const box = document.querySelector(one).getBoundingClientRect();
  return box.height > 0 && box.top < window.innerHeight && box.bottom > 0;
}, selector);

// From the words to what is said of them and back, from the list to the text.
async function follows(page, name) {
  for (const [from, least] of [['mark a[href^="#"]', 1], ['.margin a.number', 1], ['.index a.number', 1], ['a.place', 0], ['.again a', 0], ['.dots a', 0], ['.places a', name === 'agencies' ? 1 : 0], ['.texts a', name === 'agencies' ? 1 : 0]]) {
    const links = page.locator(from);
    const number = await links.count();
    expect(number >= least, `${name}: no link ${from}`);
    for (const at of new Set([0, number >> 1, number - 1])) {
      if (at < 0 || at >= number) continue;
      const link = links.nth(at);
      // A line that is folded up hides its links until it is opened.
      await link.evaluate((one) => { for (let up = one; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true; });
      const target = await link.getAttribute('href');
      await link.click();
      expect(new URL(page.url()).hash === target, `${name}: ${from} does not lead to ${target}`);
      expect(await seen(page, target), `${name}: ${target} is not in sight`);
    }
  }
}

// Every line of a trend is told in words as well, day by day, and its days and figures do not cover one another.
async function trends(page, name) {
  const sections = page.locator('section.trend');
  const number = await sections.count();
  expect(number > 0, `${name}: no course over time`);
  for (let at = 0; at < number; at++) {
    const section = sections.nth(at);
    expect(await section.locator('svg').first().getAttribute('aria-hidden') === 'true', `${name}: a drawing is read aloud`);
    const dots = await section.locator('svg circle').count(), rows = await section.locator('tbody tr').count();
    expect(dots > 0 && dots === rows, `${name}: ${dots} dots and ${rows} rows`);
    expect(await section.locator('svg polygon').count() === (dots > 1 ? 1 : 0), `${name}: no band for the interval`);
    const covered = await section.evaluate((one) => {
      const boxes = [...one.querySelectorAll('svg text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
      const meet = (a, b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom;
      return boxes.filter(([, a], i) => boxes.some(([, b], j) => i < j && meet(a, b))).map(([words]) => words);
    });
    expect(covered.length === 0, `${name}: written over: ${covered}`);
  }
}

async function opens(page, name) {
  const folded = page.locator('details:has(p)');
  const number = await folded.count();
  expect(number > 0, `${name}: nothing to unfold`);
  if (number === 0) return;
  const first = folded.first(), inside = first.locator('p').first();
  expect(!(await inside.isVisible()), `${name}: unfolded from the start`);
  await first.locator('summary').click();
  expect(await inside.isVisible(), `${name}: a click does not unfold`);
  await first.locator('summary').press('Enter');
  expect(!(await inside.isVisible()), `${name}: Enter does not fold`);
}

// Tab visits everything there is to press, in the order of the page, and one sees where one is.
async function byKeyboard(page, name) {
  const [stops, first] = await page.evaluate(() => {
    let at = 0;
    for (const one of document.querySelectorAll('a[href], summary')) if (one.checkVisibility()) one.dataset.at = String(at++);
    return [at, document.querySelector('[data-at="0"]').className];
  });
  expect(first === 'skip', `${name}: the first stop is no way to the report`);
  let last = -1;
  for (let i = 0; i < Math.min(stops, 40); i++) {
    await page.keyboard.press('Tab');
    const [at, outline] = await page.evaluate(() => {
      const one = document.activeElement;
      return [Number(one.dataset.at ?? -1), getComputedStyle(one).outlineStyle];
    });
    // What is folded up has no number, and is passed over.
    expect(at === last + 1, `${name}: Tab goes from ${last} to ${at}`);
    expect(outline !== 'none', `${name}: stop ${at} cannot be seen`);
    last = at;
  }
}

async function prints(page, name) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const unfolded = await page.evaluate(() => {
    const why = document.querySelector('div.remark details p');
    return why === null || why.checkVisibility({ contentVisibilityAuto: true }) && why.getBoundingClientRect().height > 0;
  });
  expect(unfolded, `${name}: on paper the reasons stay folded`);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
  expect(Math.min(...paper) > 240, `${name}: paper is printed dark: ${paper}`);
  const pdf = await page.pdf({ path: `${folder}/${name}.pdf`, format: 'A4', preferCSSPageSize: true });
  expect(pdf.length > 10000, `${name}: an empty PDF`);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
}

async function look(browser, name) {
  const told = fs.readFileSync(`${folder}/${name}.html`, 'utf8');
  const texts = name === 'job' || name === 'jobs' || name === 'notes';
  for (const kind of Object.keys(looks)) {
    if (kind === 'dark' && name !== 'job' && name !== 'agencies') continue;
    const page = await open(browser, name, kind);
    await fits(page, `${name}, ${kind}`);
    // Every page in the light; one of each sort in the dark and on a narrow screen too.
    if (kind === 'desktop' || ((name === 'job' || name === 'agencies') && kind !== 'phone')) await accessible(page, `${name}, ${kind}`);
    if (kind !== 'narrow' && (name === 'job' || name === 'agencies')) await page.screenshot({ path: `${folder}/${name}-${kind}.png`, fullPage: true });
    if (name === 'agencies' || name === 'past') await trends(page, `${name}, ${kind}`);
    if (kind === 'desktop' || (kind === 'phone' && name === 'job')) {
      if (texts || name === 'agencies') await follows(page, name);
      if (texts || name === 'agencies') await opens(page, name);
      // On a page of its own: a click moves the place from which Tab goes on.
      const fresh = await open(browser, name, kind);
      await byKeyboard(fresh, name);
      await fresh.context().close();
    }
    if (kind === 'desktop') await prints(page, name);
    await page.context().close();
  }
  // Without scripts there is as much to read.
  const page = await open(browser, name, 'desktop', { javaScriptEnabled: false });
  expect((await page.locator('main').innerText()).length > 200, `${name}: needs a script`);
  expect(!/<script|javascript:/i.test(told), `${name}: holds a script`);
  await page.context().close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  for (const name of names) await look(browser, name);
  await browser.close();
  console.log(`${names.length} pages, ${checks} checks, ${failures} failures`);
  process.exit(failures === 0 ? 0 : 1);
})().catch((error) => {
  console.log('FAILED', error);
  process.exit(1);
});
