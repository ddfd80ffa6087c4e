import { database } from '../support/database.js';

describe('the database of a test file', () => {
  const db = database();

  it('is migrated, and the application works in it under its role', async () => {
    await expect(db.query('SELECT current_user AS role, session_user AS login')).resolves.toEqual([
      { role: 'convenio_app_role', login: 'convenio_app' },
    ]);
  });
});
