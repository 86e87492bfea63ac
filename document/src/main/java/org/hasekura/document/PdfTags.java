package org.hasekura.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** The order and meaning of what stands on the pages, for software that reads them aloud (ISO 32000-1 §14.7, §14.8). */
final class PdfTags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final List<List<PDStructureElement>> onPages = new ArrayList<>();
    private final Map<Integer, PDStructureElement> ofAnnotations = new LinkedHashMap<>();

    PdfTags(Language language) {
        var document = new PDStructureElement("Document", root);
        document.setLanguage(language.tag());
        root.appendKid(document);
        open.push(document);
    }

    PDStructureElement begin(String type) {
        PDStructureElement parent = open.getFirst();
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        open.push(element);
        return element;
    }

    /** Opens again what was begun before: the cells of a row are filled line by line. */
    void reopen(PDStructureElement element) {
        open.push(element);
    }

    void end() {
        open.pop();
    }

    /** Makes a sheet known; sheets are numbered in the order they are made known, and so are their entries in the parent tree. */
    void sheet(PDPage page) {
        page.setStructParents(onPages.size());
        onPages.add(new ArrayList<>());
    }

    /** Says that the next thing drawn on this page belongs to what is open; answers its number on the page. */
    int mark(PDPage page, PDStructureElement element) {
        List<PDStructureElement> marks = onPages.get(page.getStructParents());
        int id = marks.size();
        marks.add(element);
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(id);
        element.appendKid(reference);
        return id;
    }

    PDStructureElement inner() {
        return open.getFirst();
    }

    void annotation(PDPage page, PDStructureElement link, PDAnnotation annotation) {
        // Numbers of annotations begin where no page can have one.
        int number = 1_000_000 + ofAnnotations.size();
        annotation.setStructParent(number);
        ofAnnotations.put(number, link);
        var reference = new PDObjectReference();
        reference.getCOSObject().setItem(COSName.PG, page);
        reference.setReferencedObject(annotation);
        link.appendKid(reference);
    }

    PDStructureTreeRoot finished() {
        var numbers = new LinkedHashMap<Integer, COSObjectable>();
        for (int i = 0; i < onPages.size(); i++) {
            var elements = new COSArray();
            onPages.get(i).forEach(elements::add);
            numbers.put(i, new PDParentTreeValue(elements));
        }
        ofAnnotations.forEach((number, link) -> numbers.put(number, new PDParentTreeValue(dictionary(link))));
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(1_000_000 + ofAnnotations.size());
        return root;
    }

    private static COSDictionary dictionary(PDStructureElement element) {
        return element.getCOSObject();
    }
}
