package org.hasekura.policy;

/**
 * What a duty that comes from the law says, with the provision behind it.
 *
 * @param id of the duty in the law data, as it follows {@link Duty#LAW}
 * @param english what has to be done
 * @param japanese the same in Japanese
 * @param citation the provision, for people
 */
public record DutyText(String id, String english, String japanese, String citation) {}
