/**
 * One run of a stage: wires the workers together in the order of the flow. What a worker could know
 * belongs to the worker; what a person reads belongs to the face.
 */
@NullMarked
package dev.schemasync.engine;

import org.jspecify.annotations.NullMarked;
