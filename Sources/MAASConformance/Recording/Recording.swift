import Foundation

/// Why a file is no recording.
public struct RecordingError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and in which line.
    public let description: String

    init(_ description: String) { self.description = description }
}

extension RecordingError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}

/// A request and its answer, and what a second endpoint answered where there was one.
struct RecordedExchange: Sendable, Equatable {
    var request: RecordedRequest
    var answer: RecordedAnswer
    /// What the endpoint that it was held against answered.
    var other: RecordedAnswer?

    /// One line of a recording.
    var line: String {
        var members: [JSON.Member] = [.init("request", request.json), .init("answer", answer.json)]
        if let other { members.append(.init("other", other.json)) }
        return JSON.object(members).written + "\n"
    }

    /// The same with everything blanked out that is a secret by its name or by where it was seen.
    func blanked(_ redactor: Redactor) -> RecordedExchange {
        RecordedExchange(
            request: redactor.blank(request), answer: redactor.blank(answer), other: other.map(redactor.blank))
    }
}

/// What clients and a MAAS said to each other: lines of JSON, the first about the recording, then one an exchange.
public struct Recording: Sendable {
    /// What the first line says.
    public struct Header: Sendable, Equatable {
        /// The endpoint that answered.
        public var endpoint: String
        /// Its whole version, such as `3.7.3`.
        public var version: String
        /// When it was made, UTC.
        public var date: String
        /// Why it was written, where it shows a difference.
        public var about: String?

        /// A recording that begins now.
        public init(endpoint: String, version: String, about: String? = nil) {
            self.endpoint = endpoint
            self.version = version
            self.about = about
            date = Date().formatted(.iso8601)
        }

        /// The first line of a file.
        var line: String {
            var members: [JSON.Member] = [
                .init("recording", .int(Recording.format)), .init("suite", .string(RunInfo.suiteVersion)),
                .init("endpoint", .string(endpoint)), .init("maas_version", .string(version)),
                .init("date", .string(date)),
            ]
            if let about { members.append(.init("about", .string(about))) }
            return JSON.object(members).written + "\n"
        }
    }

    /// The number of the format, to be raised when older programs would misread a newer file.
    static let format = 1

    /// What it was made of.
    public var header: Header
    var exchanges: [RecordedExchange]

    /// How many exchanges it has.
    public var count: Int { exchanges.count }

    init(header: Header, exchanges: [RecordedExchange]) { (self.header, self.exchanges) = (header, exchanges) }

    /// The whole file.
    public var text: String { header.line + exchanges.map(\.line).joined() }

    /// Reads a file.
    /// - Throws: `RecordingError` that names the line.
    public init(text: String, file: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var exchanges: [RecordedExchange] = []
        var header: Header?
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            do {
                let json = try JSON(parsing: String(line), repeatedKeys: .refused)
                if header == nil { header = try Self.header(json) } else { exchanges.append(try Self.exchange(json)) }
            } catch let error as JSONParser.Failure {
                throw RecordingError("\(file), line \(index + 1): \(error.reason)")
            } catch {
                throw RecordingError("\(file), line \(index + 1): \(error)")
            }
        }
        guard let header else { throw RecordingError("\(file): is empty") }
        self.init(header: header, exchanges: exchanges)
    }

    private static func header(_ json: JSON) throws -> Header {
        guard let number = json["recording"]?.whole else {
            throw RecordingError("is no recording: its first line has no key 'recording'")
        }
        guard number == format else { throw RecordingError("is of format \(number); this program reads \(format)") }
        var header = Header(
            endpoint: json["endpoint"]?.text ?? "", version: json["maas_version"]?.text ?? "",
            about: json["about"]?.text)
        header.date = json["date"]?.text ?? ""
        return header
    }

    private static func exchange(_ json: JSON) throws -> RecordedExchange {
        RecordedExchange(
            request: try RecordedRequest(json["request"]), answer: try RecordedAnswer(json["answer"]),
            other: try json["other"].map { try RecordedAnswer($0) })
    }
}
