package org.oqiga.api;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.oqiga.store.FilterQuery;

/** Describes the parameters of the one filter language wherever an operation says that it takes them. */
public final class FilterParameters implements OASFilter {

    /** The extension by which an operation says so. */
    public static final String TAKEN = "x-filtered";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.hasExtension(TAKEN)) {
            operation.removeExtension(TAKEN);
            List<Parameter> all = new ArrayList<>();
            for (var name : FilterQuery.PARAMETERS) {
                all.add(OASFactory.createParameter().ref(name));
            }
            if (operation.getParameters() != null) {
                all.addAll(operation.getParameters());
            }
            operation.setParameters(all);
        }
        return operation;
    }
}
