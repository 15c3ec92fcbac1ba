/// Two answers to one request, and where they differ.
struct AnswerPair: Sendable {
    /// What stands over the answers.
    var leftName: String
    var rightName: String
    var left: RecordedAnswer
    var right: RecordedAnswer
    var differences: [LeafDifference]

    /// One line of both sides.
    struct Row: Equatable {
        var left: String
        var right: String
        var differs: Bool
    }

    /// Most lines that a page shows of one pair.
    private static let mostRows = 2000

    /// Both answers line by line, what belongs together beside each other.
    var rows: [Row] {
        var rows = [row("status", .int(left.status), .int(right.status), "")]
        for name in RecordedAnswer.headerNames where left[name] != nil || right[name] != nil {
            rows.append(
                Row(
                    left: left[name].map { "\(name): \($0)" } ?? "", right: right[name].map { "\(name): \($0)" } ?? "",
                    differs: isMarked("header \(name)")))
        }
        add(content(left), content(right), key: "", place: "", level: 0, &rows)
        return Array(rows.prefix(Self.mostRows))
    }

    private func content(_ answer: RecordedAnswer) -> JSON {
        switch answer.body {
        case .json(let json): json
        case .text(let text): .string(answer.problem ?? text)
        case .bytes(let bytes): .string("\(bytes.count) bytes")
        }
    }

    private func isMarked(_ place: String) -> Bool {
        let place = place.isEmpty ? "body" : place
        return differences.contains { $0.place == place }
    }

    private func row(_ key: String, _ left: JSON?, _ right: JSON?, _ indent: String, place: String? = nil) -> Row {
        let name = key.isEmpty ? "" : "\(key): "
        return Row(
            left: left.map { indent + name + $0.written } ?? "", right: right.map { indent + name + $0.written } ?? "",
            differs: isMarked(place ?? key))
    }

    private func add(_ a: JSON?, _ b: JSON?, key: String, place: String, level: Int, _ rows: inout [Row]) {
        let indent = String(repeating: "  ", count: level)
        let keys: [String]
        switch (a, b) {
        case (.object(let left)?, .object(let right)?):
            keys = left.map(\.key) + right.map(\.key).filter { a?[$0] == nil }
        case (.array(let left)?, .array(let right)?): keys = (0..<max(left.count, right.count)).map(String.init)
        default:
            rows.append(row(key, a, b, indent, place: place))
            return
        }
        rows.append(Row(left: indent + key, right: indent + key, differs: isMarked(place)))
        for key in keys {
            let at = place.isEmpty ? key : "\(place).\(key)"
            add(a?.child(key), b?.child(key), key: key, place: at, level: level + 1, &rows)
        }
    }
}

extension JSON {
    /// The value under a key, or at an index.
    fileprivate func child(_ key: String) -> JSON? {
        guard let elements, let index = Int(key) else { return self[key] }
        return elements.indices.contains(index) ? elements[index] : nil
    }
}

extension AnswerPair {
    /// A table with both answers, the differing lines marked; what is alike around them is folded away when it is long.
    var html: String {
        var out = "<table class=\"pair\"><tr><th>\(leftName.xmlEscaped)</th><th>\(rightName.xmlEscaped)</th></tr>\n"
        let rows = rows
        var hidden = 0
        func fold() {
            if hidden > 0 { out += "<tr class=\"fold\"><td colspan=\"2\">\(hidden) alike</td></tr>\n" }
            hidden = 0
        }
        for (index, row) in rows.enumerated() {
            let near = rows[max(0, index - 3)...min(rows.count - 1, index + 3)]
            guard near.contains(where: \.differs) || rows.count <= 40 else {
                hidden += 1
                continue
            }
            fold()
            let mark = row.differs ? " class=\"differs\"" : ""
            out += "<tr\(mark)><td>\(row.left.xmlEscaped)</td><td>\(row.right.xmlEscaped)</td></tr>\n"
        }
        fold()
        return out + "</table>\n"
    }
}
