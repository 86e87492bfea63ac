package org.hasekura.law;

/**
 * What restores a flow. Never a guess: the law was asked with it in place and allowed the flow.
 *
 * @param id stable, such as {@code scc-module-2}
 * @param provision where it comes from
 * @param ruling what the law says of the flow with it in place: its conditions have to be met
 */
public record Cure(String id, Effort effort, String textEn, String textJa, Provision provision, Ruling ruling) {}
