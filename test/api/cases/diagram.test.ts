import { Office, expecting, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const path = '/workflows/fndr-transfer/diagram.svg';

async function svg(username: string, at: string, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly type: string | null; readonly text: string }> {
  const answer = await office.api.get(`/api/v1${at}`, { ...(await office.api.as(username)), ...headers });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

describe('the diagram of a workflow', () => {
  it('is an image, in the reader’s language, for every official', async () => {
    const english = await svg('mayor.muni-13101', path, { 'accept-language': 'en' });
    expect([english.status, english.type]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(english.text).toContain('<title id="diagram-title">FNDR transfer or mandate agreement, version 1: state diagram</title>');
    expect((await svg('mayor.muni-13101', `${path}?lang=es`, { 'accept-language': 'en' })).text).toContain('diagrama de estados');
    expect((await svg('mayor.muni-13101', '/workflows/fndr-transfer/versions/1/diagram.svg', { 'accept-language': 'en' })).text).toBe(english.text);
  });

  it.each(['/workflows/none/diagram.svg', '/workflows/fndr-transfer/versions/9/diagram.svg', '/workflows/fndr-transfer/versions/x/diagram.svg', `${path}?case=x`, `${path}?case=01990000-0000-7000-8000-000000000000`])('is not found at %s', async (at) => {
    expect((await svg('governor.gore-16', at)).status).toBe(404);
  });

  it('refuses a language it does not speak', async () => {
    expect((await svg('governor.gore-16', `${path}?lang=fr`)).status).toBe(422);
  });

  it('marks the way of a case and where it is, for those who may see it', async () => {
    const view: View = await office.walk(await office.open(), 'proposal.present');
    const { status, text } = await svg('governor.gore-16', `${path}?case=${view.id}&lang=en`);
    expect(status).toBe(200);
    expect(text).toContain(`the way of case ${view.number}`);
    expect(text.match(/IT IS HERE<\/text>/g)).toHaveLength(1);
    expect(text).toContain('move 2');
    expect((await svg('mayor.muni-13101', `${path}?case=${view.id}`)).status).toBe(404);
    expect(expecting(200, await office.get<View>('governor.gore-16', `/cases/${view.id}`)).seq).toBe(view.seq);
  });
});
