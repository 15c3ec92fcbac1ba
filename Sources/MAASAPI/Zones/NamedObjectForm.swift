import Formats
import MAASRegion
import SQLite

/// The form of a zone or a pool: its name, which nobody else of its kind may have, and its description.
struct NamedObjectForm<Object: NamedObject> {
    private let existing: Object?
    private let name: FormField<String>
    private let description: FormField<String>

    /// - Parameter label: What MAAS calls the kind when a name is taken.
    /// - Throws: `Refusal` with the messages of both fields.
    init(_ context: Context, of existing: Object?, label: String) throws {
        self.existing = existing
        var form = Form(context.form)
        name = form.objectName(required: existing == nil || form.isSent("name"))
        description = form.text("description")
        let holder = try name.value.flatMap { try Object.find(context.db, name: $0)?.id }
        form.refuseDuplicate("name", of: label, heldBy: holder, besides: existing?.id)
        try form.check()
    }

    /// Makes the object, or changes the one there is.
    func save(_ db: Connection) throws -> Object {
        try existing?.update(
            db, name: name.or(existing?.name ?? ""), description: description.orKeep(existing?.description) ?? "")
        let id = try existing?.id ?? Object.insert(db, name: name.or(""), description: description.or(""))
        guard let saved = try Object.find(db, id: id) else { throw Refusal.notFound(Object.model) }
        return saved
    }
}
