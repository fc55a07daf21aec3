package org.oqiga.cli.evaluation;

/** Counts towards precision, recall and F1. */
public final class Tally {

    private int predicted;
    private int right;
    private int required;
    private int found;

    /** A prediction; {@code isRight} also about an optional gold incident. */
    void prediction(boolean isRight) {
        predicted++;
        right += isRight ? 1 : 0;
    }

    /** A gold incident that must be found. */
    void required(boolean isFound) {
        required++;
        found += isFound ? 1 : 0;
    }

    public int predicted() {
        return predicted;
    }

    public int right() {
        return right;
    }

    public int required() {
        return required;
    }

    public int found() {
        return found;
    }

    public double precision() {
        return predicted == 0 ? 0 : right / (double) predicted;
    }

    public double recall() {
        return required == 0 ? 0 : found / (double) required;
    }

    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
