package org.hasekura.law;

/** Data that are not personal: free, unless another legal order restricts the flow. Data of which nothing is said are asked about. */
final class NonPersonal implements LegalOrder {
    @Override
    public String name() {
        return "non-personal";
    }

    @Override
    public boolean claims(Matter m) {
        boolean classed =
                m.exporter().country().equals("JP") && m.data().appiClass().isPresent();
        return !m.data().isPersonal() && !classed;
    }

    @Override
    public Opinion rule(Matter m) {
        if (!m.data().isStatedNonPersonal()) {
            return m.undecided().question("is-it-personal");
        }
        String country = m.exporter().country();
        // Layers beside data protection: held, or none is recorded.
        if (!m.underUnionLaw(country) && !m.exporterIsIn("layers held")) {
            return m.notCovered(country);
        }
        m.trace().step("non-personal", "personal", "stated-otherwise");
        Opinion free = m.permitted().on("not-personal");
        return m.data().anonymised() ? free.duty("ANON:evidence") : free;
    }
}
