/** Names of files: letters, digits and dashes, whatever somebody called the thing. */

const maxLength = 60;

/** Such as "wijkuitvoeringsplan-vlonderbuurt"; `otherwise` when nothing of the title is left. */
export function slugOf(title: string, otherwise: string): string {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replaceAll(/^-+|-+$/g, '');
  return slug || otherwise;
}
