/** The Yjs root that holds the text; TipTap's own default, so that an off-the-shelf client finds it. */

export const ROOT_NAME = 'default';
