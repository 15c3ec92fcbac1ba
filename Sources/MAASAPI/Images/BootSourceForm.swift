import Formats
import Foundation
import MAASRegion

/// The fields of a source of images (`BootSourceForm`).
enum BootSourceForm {
    static let parameters: KeyValuePairs = [
        "url": "Where the stream is", "keyring_filename": "Path of the keyring", "keyring_data": "The keyring, a file",
    ]
    static let settings: KeyValuePairs = [
        "name": "Its name, the URL without it", "priority": "Which source goes first",
        "enabled": "Whether images are taken from it",
        "skip_keyring_verification": "Whether signatures are left unchecked",
    ]

    /// Reads and checks what was sent; what was not stays as the source `old` has it.
    /// - Throws: `Refusal` with the messages of all fields.
    static func read(_ context: Context, over old: BootSource?) throws -> BootSource.Values {
        var form = Form(context.form)
        let sent = form.webAddress("url", required: old == nil || form.isSent("url"), maxLength: 200)
        let address =
            context.version.has(.bootSourceURLsTrimmed) ? sent.value?.withoutTrailingSlashes : sent.value
        let file = context.body.file("keyring_data")
        var values = BootSource.Values(
            url: address ?? old?.url ?? "",
            keyringFilename: form.text("keyring_filename", maxLength: 4096).orKeep(old?.keyringFilename) ?? "",
            keyringData: file.map { Data($0.contents).base64EncodedString() } ?? old?.keyringData ?? "",
            name: old?.name ?? "", priority: old?.priority ?? 0, enabled: old?.enabled ?? true,
            skipsVerification: old?.skipsVerification ?? false)
        try settings(&form, context, old, &values)
        if form.errors.contains("keyring_filename") {
            // MAAS compares no name that it could not read.
        } else if values.keyringFilename.isEmpty, values.keyringData.isEmpty {
            if !values.skipsVerification {
                form.addToAll("One of keyring_data or keyring_filename must be specified.")
            }
        } else if !values.keyringFilename.isEmpty, !values.keyringData.isEmpty {
            form.addToAll("Only one of keyring_filename or keyring_data can be specified.")
        }
        let holder = try address.flatMap { try BootSource.find(context.db, url: $0)?.id }
        form.refuseDuplicate("url", of: "Boot source", heldBy: holder, besides: old?.id)
        try form.check()
        return values
    }

    /// What a source has beside its stream since 3.8.
    private static func settings(
        _ form: inout Form, _ context: Context, _ old: BootSource?, _ values: inout BootSource.Values
    ) throws {
        guard context.version.has(.bootSourceSettings) else {
            values.name = old?.name ?? values.url
            return
        }
        let sent = form.text("name", maxLength: 255).orKeep(old?.name) ?? ""
        values.name = sent.isEmpty ? values.url : sent
        values.priority =
            try form.integer("priority", min: 0, max: Int(Int32.max)).value ?? old?.priority
            ?? BootSource.highestPriority(context.db).addingSaturating(1)
        values.enabled = form.nullableFlag("enabled").value ?? old?.enabled ?? true
        values.skipsVerification =
            form.nullableFlag("skip_keyring_verification").value ?? old?.skipsVerification
            ?? values.url.hasSuffix(".json")
        let holder = try BootSource.find(context.db, name: values.name)?.id
        form.refuseDuplicate("name", of: "Boot source", heldBy: holder, besides: old?.id)
    }
}

extension String {
    fileprivate var withoutTrailingSlashes: String { String(reversed().drop { $0 == "/" }.reversed()) }
}
