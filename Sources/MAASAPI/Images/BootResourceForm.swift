import Formats
import MAASRegion

/// The image that a user uploads, at once with its file or with what the file will be (`BootResourceForm`,
/// `BootResourceNoContentForm`).
struct BootResourceForm {
    private var form: Form
    private let state: RegionState

    /// Reads and checks what was sent.
    /// - Throws: `Refusal` with the messages of all fields.
    static func read(_ context: Context) throws -> UploadedImage {
        // MAAS finds nothing in a JSON body here.
        let sent = context.body.isJSON ? Parameters() : context.form
        var reader = BootResourceForm(form: Form(sent), state: context.state)
        // From 3.8 on the file always comes in pieces.
        let file =
            context.version.has(.uploadsInOnePiece)
            ? context.body.file("content")?.contents : nil
        return try reader.image(with: file)
    }

    private mutating func image(with content: [UInt8]?) throws -> UploadedImage {
        let name = try name()
        let title = form.text("title").or("")
        let architecture = form.listedChoice(
            "architecture", of: try UsableImages.architectureChoices(state.db), required: true)
        let filetype = self.filetype()
        var (sha256, size) = ("", 0)
        if let content {
            if content.isEmpty { form.add("content", "The submitted file is empty.") }
            (sha256, size) = (SHA256.hexDigest(content), content.count)
        } else {
            sha256 = form.text("sha256", required: true, minLength: 64, maxLength: 64).or("")
            size = self.size()
        }
        let base = try baseImage(name, architecture.or(""))
        let keepsOld = form.checkbox("keep_old").value ?? false
        try form.check()
        return UploadedImage(
            name: name, architecture: architecture.or(""), title: title, baseImage: base, filetype: filetype,
            sha256: sha256, size: size, isComplete: content != nil, keepsOld: keepsOld)
    }

    private mutating func size() -> Int {
        let text = (form.parameters["size"] ?? "").strippedOfBlanks
        if Int(text) == nil, text.wholeMatch(of: /[+-]?[0-9]+/) != nil {
            form.add(
                "size",
                text.hasPrefix("-")
                    ? "Ensure this value is greater than or equal to \(Int.min)."
                    : "Ensure this value is less than or equal to \(Int.max).")
            return 0
        }
        return form.integer("size", required: true).or(0)
    }

    private mutating func filetype() -> BootResourceFile.FileType {
        let uploads = BootResourceFile.FileType.uploads
        guard form.isSent("filetype") else { return .rootTGZ }
        let word = form.choice("filetype", of: uploads.map(\.key), required: true).or("")
        return uploads.first { $0.key == word }?.value ?? .rootTGZ
    }

    /// The name without `custom/`; empty, with a message, for one that is not to be had.
    private mutating func name() throws -> String {
        let systems = OperatingSystem.allCases.map(\.rawValue)
        guard var name = form.text("name", required: true, maxLength: 255).value else { return "" }
        if name.contains("/") {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw Refusal.tooManyParts }
            if parts[0] == OperatingSystem.custom.rawValue {
                name = parts[1]
            } else if !systems.contains(parts[0]) {
                let list = systems.map { "'\($0)'" }.joined(separator: ", ")
                form.add("name", "Unsupport operating system \(parts[0]), supported operating systems: [\(list)]")
                return ""
            }
        }
        let isCentOS = name.wholeMatch(of: /centos[0-9][0-9]?/) != nil
        if try isCentOS || systems.contains(name) || BootSource.reservedNames(state.db).contains(name) {
            form.add("name", "\(name) is a reserved name")
            return ""
        }
        return name
    }

    /// What the image is built on: custom images alone have that, an earlier upload's or the release that machines are
    /// commissioned with where none is sent.
    private mutating func baseImage(_ name: String, _ architecture: String) throws -> String {
        let sentName = (form.parameters["name"] ?? "").split(separator: "/", omittingEmptySubsequences: false)
        if sentName.count > 1, sentName[0] != OperatingSystem.custom.rawValue { return "" }
        guard let sent = form.text("base_image").value else {
            guard form.errors.isEmpty else { return "" }
            if name.isEmpty {
                throw Refusal.unexpected(
                    "The argument `field` must be `None` when the `error` argument contains errors for multiple fields."
                )
            }
            if let old = try BootResource.find(state.db, .uploaded, name: name, architecture: architecture),
                !old.baseImage.isEmpty
            {
                return old.baseImage
            }
            return "ubuntu/" + (try Configuration.value("commissioning_distro_series", state)?.string ?? "")
        }
        let parts = sent.split(separator: "/", omittingEmptySubsequences: false).map { $0.lowercased() }
        guard parts.count == 2 else {
            form.add("base_image", "a base image must follow the format: <osystem>/<series>")
            return ""
        }
        guard let system = OperatingSystem(rawValue: parts[0]), system.isLinux else {
            form.add("base_image", "custom images require a valid non-custom OS type base image")
            return ""
        }
        guard system.hasRelease(parts[1], on: UbuntuRelease.day(try state.now)) else {
            form.add("base_image", "please select a valid base image OS and version")
            return ""
        }
        return parts.joined(separator: "/")
    }
}
