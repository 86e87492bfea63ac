package org.hasekura.law;

/**
 * One question that was asked on the way to a ruling.
 *
 * @param order the legal order that asked, such as {@code EU} or {@code JP}
 * @param question what was asked, such as {@code adequacy}
 * @param answer what the facts and the law data answered
 */
public record Step(String order, String question, String answer) {}
