package org.hasekura.evidence;

/**
 * What a bundle says it is. Nothing of it is signed: what the checkpoint proves is compared with it, and the rest is the
 * word of whoever made the bundle.
 *
 * @param scope of what it shows the evidence
 * @param node DID of the node whose log it is
 * @param origin the log
 * @param treeSize entries in the tree that is proved against
 * @param entries how many are shown
 * @param lawDataVersion by which the node judged when the bundle was made
 * @param softwareVersion that made it
 * @param developmentMode whether the node ran in development mode, in which it proves nothing to others
 * @param withBodies whether bodies were asked for
 */
public record BundleManifest(
        BundleScope scope,
        String node,
        String origin,
        long treeSize,
        long entries,
        String lawDataVersion,
        String softwareVersion,
        boolean developmentMode,
        boolean withBodies) {

    /** The format of the bundles written here. */
    public static final String FORMAT = "hasekura-bundle/1";
}
