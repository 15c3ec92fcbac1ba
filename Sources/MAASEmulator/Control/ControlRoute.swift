import HTTPServer

/// A row of the table of control endpoints: how it is reached, what it does, and the code that does it.
///
/// Dispatch, the refusal of a method with its `Allow`, the list of known paths and the test of `docs/control.md` all
/// read `ControlRoute.all`.
struct ControlRoute: Sendable {
    let method: String
    /// Segments below `/emulator/`; one in braces stands for any text, such as `snapshots/{name}/restore`.
    let pattern: String
    /// What it does, in one line.
    let about: String
    /// The names of the query's parameters, beside `sandbox`.
    let parameters: [String]
    let handle: @Sendable (ControlCall) throws -> HTTPResponse

    init(
        _ method: String, _ pattern: String, _ about: String, parameters: [String] = [],
        _ handle: @escaping @Sendable (ControlCall) throws -> HTTPResponse
    ) {
        self.method = method
        self.pattern = pattern
        self.about = about
        self.parameters = parameters
        self.handle = handle
    }

    /// The whole path, as documentation writes it.
    var path: String { "/emulator/\(pattern)" }

    /// The first segment, which names the subject; `nil` for the page.
    var subject: Substring? { pattern.split(separator: "/").first }

    /// What stands in the place of the segments in braces; `nil` for a path that is not of this pattern.
    func values(in segments: [String]) -> [String]? {
        let wanted = pattern.split(separator: "/")
        guard wanted.count == segments.count else { return nil }
        var values: [String] = []
        for (wanted, found) in zip(wanted, segments) {
            if wanted.hasPrefix("{") { values.append(found) } else if wanted != found { return nil }
        }
        return values
    }
}
