import Formats
import MAASRegion

/// `boot-sources/{id}/selections/`: which images of a source are wanted. They come at the next import.
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
                .read("Read a selection", read), .update("Change a selection", parameters: parameters, update),
                .delete("Delete a selection", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "os": "Operating system", "release": "Release", "arches": "Architectures, repeated",
        "subarches": "Subarchitectures, repeated", "labels": "Labels, repeated",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let source = try BootSourcesHandler.find(context, segment: "boot_source_id")
        let selections = try BootSourceSelection.all(context.db, source: source.id)
        return Reply.json { json in json.array(of: selections) { $1.write(into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let selection = try find(context).selection
        return Reply.json { selection.write(into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        let source = try BootSourcesHandler.find(context, segment: "boot_source_id")
        return try save(context, source, over: nil)
    }

    private static func update(_ context: Context) throws -> Reply {
        let (source, old) = try find(context)
        return try save(context, source, over: old)
    }

    private static func delete(_ context: Context) throws -> Reply {
        try find(context).selection.delete(context.state)
        return .deleted
    }

    private static func save(_ context: Context, _ source: BootSource, over old: BootSourceSelection?) throws -> Reply {
        let values = try read(context, try source.offers(context.db), over: old?.values)
        let saved = try BootSourceSelection.save(context.db, values, of: source, over: old)
        return Reply.json { saved.write(into: &$0) }
    }

    /// Reads the form, and checks it against what the source offers.
    private static func read(
        _ context: Context, _ offers: [ImageProduct], over old: BootSourceSelection.Values?
    ) throws -> BootSourceSelection.Values {
        var form = Form(context.form)
        let os = form.text("os", maxLength: 20).orKeep(old?.os) ?? ""
        let release = form.text("release", maxLength: 20).orKeep(old?.release) ?? ""
        let lists = [
            form.list("arches", over: old?.arches), form.list("subarches", over: old?.subarches),
            form.list("labels", over: old?.labels),
        ]
        // MAAS's check of the whole takes it for granted that the names could be read.
        for name in ["os", "release"] where form.errors.contains(name) {
            throw Refusal.unexpected(pythonQuoted(name))
        }
        let found = offers.filter { (os.isEmpty || $0.os == os) && $0.release == release }
        if found.isEmpty {
            form.add("os", "OS \(os) with release \(release) has no available images for download")
        } else {
            let offered = [
                Set(found.map(\.arch)), found.reduce(into: Set()) { $0.formUnion($1.subarches) },
                Set(found.map(\.label)),
            ]
            for (name, (list, offered)) in zip(["arches", "subarches", "labels"], zip(lists, offered)) {
                guard !list.contains("*"), !offered.isSuperset(of: list) else { continue }
                let words = list.map(pythonQuoted).joined(separator: ", ")
                form.add(name, "No available images to download for [\(words)]")
            }
        }
        try form.check()
        return BootSourceSelection.Values(
            os: os, release: release, arches: lists[0], subarches: lists[1], labels: lists[2])
    }

    private static func find(_ context: Context) throws -> (source: BootSource, selection: BootSourceSelection) {
        let source = try BootSourcesHandler.find(context, segment: "boot_source_id")
        guard let selection = try BootSourceSelection.find(context.db, id: context.id(), source: source.id) else {
            throw Refusal.notFound("BootSourceSelection")
        }
        return (source, selection)
    }
}

extension Form {
    /// Every value of a field; the old ones where none was sent.
    fileprivate mutating func list(_ name: String, over old: [String]?) -> [String] {
        let sent = parameters.all(name)
        for (index, word) in sent.enumerated() where word.isEmpty {
            add(name, "Item \(index + 1) in the array did not validate: This field cannot be blank.")
        }
        return isSent(name) ? sent : old ?? []
    }
}
