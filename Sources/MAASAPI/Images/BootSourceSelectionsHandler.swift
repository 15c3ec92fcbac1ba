import MAASRegion

/// `boot-sources/{id}/selections/`: which images of a source are wanted.
///
/// MAAS refuses what a source does not offer, and no source offers anything here, since none is downloaded from.
enum BootSourceSelectionsHandler {
    package static let resources = [
        Resource(
            "boot-sources/{boot_source_id}/selections/", handler: "BootSourceSelectionsHandler", tier: .b,
            login: .permitted, guarded: .imageSources, "Manage the selections of a source.",
            [.read("List selections", list), .create("Select images", parameters: parameters, create)]),
        Resource(
            "boot-sources/{boot_source_id}/selections/{id}/", handler: "BootSourceSelectionHandler", tier: .b,
            login: .permitted, guarded: .imageSources, "Manage a selection.",
            [
                .read("Read a selection", missing), .update("Change a selection", parameters: parameters, missing),
                .delete("Delete a selection", missing),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "os": "Operating system", "release": "Release", "arches": "Architectures, repeated",
        "subarches": "Subarchitectures, repeated", "labels": "Labels, repeated",
    ]

    private static func list(_ context: Context) throws -> Reply {
        _ = try BootSourcesHandler.find(context, segment: "boot_source_id")
        return .value([String]())
    }

    private static func create(_ context: Context) throws -> Reply {
        _ = try BootSourcesHandler.find(context, segment: "boot_source_id")
        var form = Form(context.form)
        let osystem = form.text("os").or("")
        let release = form.text("release").or("")
        for name in ["arches", "subarches", "labels"] where context.form.all(name).allSatisfy(\.isEmpty) {
            form.add(name, Form.required)
        }
        form.add("os", "OS \(osystem) with release \(release) has no available images for download")
        throw Refusal.invalidFields(form.errors, by: .form)
    }

    private static func missing(_ context: Context) throws -> Reply {
        _ = try BootSourcesHandler.find(context, segment: "boot_source_id")
        throw Refusal.notFound("BootSourceSelection")
    }
}
