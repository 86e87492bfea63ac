package org.hasekura.resilience;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Which firm is in which sector, as a file says: a firm and the code of its sector in each row, with or without a header.
 *
 * @param firms their names, in the order of the file
 * @param sectors the codes
 * @param sectorOf the sector of each firm, a number in {@code sectors}
 */
@SuppressWarnings("ArrayRecordComponent") // One number per firm; nobody compares two of these by equals.
public record SectorTable(Names firms, Names sectors, int[] sectorOf) {

    private static final Set<String> HEADERS = Set.of("firm", "firm_id", "id", "node", "company", "name", "");

    /**
     * Reads a table.
     *
     * @throws TableException if a row is short or a firm stands there twice
     */
    public static SectorTable read(TextTable table) throws IOException, TableException {
        Names firms = new Names();
        Names sectors = new Names();
        int[] sectorOf = new int[1 << 10];
        boolean isFirst = true;
        while (table.next()) {
            table.require(2, "firm", "sector");
            if (isFirst && isHeader(table)) {
                isFirst = false;
                continue;
            }
            isFirst = false;
            int known = firms.size();
            int firm = firms.intern(table.bytes(), table.start(0), table.end(0));
            if (firm < known) {
                throw table.fault("firm", "`" + table.text(0) + "` has a sector in an earlier row already");
            }
            if (firm == sectorOf.length) {
                sectorOf = Arrays.copyOf(sectorOf, 2 * firm);
            }
            sectorOf[firm] = sectors.intern(table.bytes(), table.start(1), table.end(1));
        }
        if (firms.size() == 0) {
            throw table.fault("names no firm; each row needs a firm and its sector");
        }
        return new SectorTable(firms, sectors, Arrays.copyOf(sectorOf, firms.size()));
    }

    /**
     * The same firms with the sectors numbered as in a matrix. A code is first looked for as it is written, then with the
     * zeros in front that spreadsheets drop. Where a file has other codes than those, but only numbers below the number of
     * sectors, they count the sectors of the matrix from 0.
     *
     * @param codes the sectors of the matrix
     * @param file how messages call the table of sectors
     * @throws TableException if a sector is in no row of the matrix
     */
    public SectorTable numberedAs(Names codes, String file) throws TableException {
        int[] numbers = new int[sectors.size()];
        String unknown = null;
        for (int i = 0; i < numbers.length && unknown == null; i++) {
            numbers[i] = find(codes, sectors.name(i));
            unknown = numbers[i] < 0 ? sectors.name(i) : null;
        }
        if (unknown != null && !areNumbersBelow(codes.size(), numbers)) {
            throw TableException.inFile(
                    file,
                    "sector `" + unknown + "` is in no row of the matrix, whose first is `" + codes.name(0) + "`");
        }
        int[] renumbered = new int[sectorOf.length];
        for (int firm = 0; firm < renumbered.length; firm++) {
            renumbered[firm] = numbers[sectorOf[firm]];
        }
        return new SectorTable(firms, codes, renumbered);
    }

    private boolean areNumbersBelow(int count, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            String code = sectors.name(i);
            boolean isNumber =
                    !code.isEmpty() && code.length() < 9 && code.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!isNumber || Integer.parseInt(code) >= count) {
                return false;
            }
            numbers[i] = Integer.parseInt(code);
        }
        return true;
    }

    private static int find(Names codes, String code) {
        int found = codes.find(code);
        String padded = code;
        while (found < 0 && padded.length() < 4) {
            padded = "0" + padded;
            found = codes.find(padded);
        }
        return found;
    }

    private static boolean isHeader(TextTable table) {
        return HEADERS.contains(table.text(0).toLowerCase(Locale.ROOT));
    }
}
