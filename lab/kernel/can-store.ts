export const KEEPS_NOTHING =
  "The browser keeps nothing for this page: your changes are gone when you close it. " +
  "Allow storage, or leave private browsing.";

const PROBE = "reelbook probe";

/** Whether the browser keeps what the page stores, where Lab keeps notebooks and files. */
export async function canStore(): Promise<boolean> {
  try {
    const request = indexedDB.open(PROBE);
    await new Promise<void>((resolve, reject) => {
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
    request.result.close();
    indexedDB.deleteDatabase(PROBE);
    return true;
  } catch {
    return false;
  }
}
