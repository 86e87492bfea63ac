package org.hasekura.resilience;

import java.io.IOException;

/** A made-up network as the tables that the commands read: those of {@link Esri} and those of {@link InoueTodo}. */
public final class SyntheticTables {

    private SyntheticTables() {}

    /** {@code supplier,customer,w}, with a header. */
    public static void edges(FirmNetwork links, Appendable out) throws IOException {
        out.append("supplier,customer,w\n");
        writeLinks(links, ',', out);
    }

    /** {@code firm,sector}, with a header. */
    public static void sectors(FirmNetwork links, Appendable out) throws IOException {
        out.append("firm,sector\n");
        for (int firm = 0; firm < links.firms(); firm++) {
            row(firm, ',', Integer.toString(links.sector(firm)), out);
        }
    }

    /** Supplier, client and amount, separated by blanks. */
    public static void links(FirmNetwork links, Appendable out) throws IOException {
        writeLinks(links, ' ', out);
    }

    /** Firm and sector, separated by a blank. */
    public static void affiliation(FirmNetwork links, Appendable out) throws IOException {
        for (int firm = 0; firm < links.firms(); firm++) {
            row(firm, ' ', links.sector(firm) + " 0", out);
        }
    }

    /** Firm and amount, separated by a blank. */
    public static void amounts(double[] amounts, Appendable out) throws IOException {
        for (int firm = 0; firm < amounts.length; firm++) {
            row(firm, ' ', Double.toString(amounts[firm]), out);
        }
    }

    private static void writeLinks(FirmNetwork links, char between, Appendable out) throws IOException {
        for (int firm = 0; firm < links.firms(); firm++) {
            for (int link = links.firstLink(firm); link < links.firstLink(firm + 1); link++) {
                row(firm, between, links.customer(link) + Character.toString(between) + links.amount(link), out);
            }
        }
    }

    private static void row(int firm, char between, String rest, Appendable out) throws IOException {
        out.append(Integer.toString(firm)).append(between).append(rest).append('\n');
    }
}
