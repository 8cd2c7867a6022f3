package dev.licenseflow.registry;

import java.util.List;

/** A version as a client names it in a path: a number from 1, or {@link #LATEST}, or {@link #ALL}. */
record VersionSelector(int number) {

    static final VersionSelector LATEST = new VersionSelector(-1);

    /** Only for compatibility checks, when the path names no version. */
    static final VersionSelector ALL = new VersionSelector(-2);

    static VersionSelector parse(String text) {
        // Older clients send -1.
        if (text.equals("latest") || text.equals("-1")) {
            return LATEST;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new RegistryException(
                    42202,
                    "The specified version '" + text + "' is not a valid version id. Allowed values are between [1, "
                            + "2^31-1] and the string \"latest\"");
        }
        return new VersionSelector(Integer.parseInt(text));
    }

    /** Whether it means something even where there is no version yet. */
    boolean isOpen() {
        return number < 0;
    }

    SubjectVersion in(List<SubjectVersion> versions) {
        return versions.stream()
                .filter(version -> equals(LATEST) || version.version() == number)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new RegistryException(
                        40402, "Version " + (equals(LATEST) ? "latest" : number) + " not found."));
    }
}
