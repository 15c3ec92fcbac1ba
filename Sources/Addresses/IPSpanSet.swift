/// Spans in order that do not overlap. Spans that did are merged with both their purposes; neighbours of the same
/// purpose are one span.
package struct IPSpanSet: Sendable {
    package private(set) var spans: [IPSpan]

    package init(_ spans: [IPSpan] = []) {
        var merged: [IPSpan] = []
        for span in spans.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
            guard let previous = merged.last else {
                merged.append(span)
                continue
            }
            if previous.overlaps(span) {
                merged[merged.count - 1] = IPSpan(
                    previous.first, max(previous.last, span.last), previous.purposes.union(span.purposes))
            } else {
                merged.append(span)
            }
        }
        self.spans = []
        for span in merged {
            if let previous = self.spans.last, previous.purposes == span.purposes,
                previous.last.advanced(by: 1) == span.first
            {
                self.spans[self.spans.count - 1] = IPSpan(previous.first, span.last, span.purposes)
            } else {
                self.spans.append(span)
            }
        }
    }

    package func union(_ others: [IPSpan]) -> IPSpanSet { IPSpanSet(spans + others) }

    package func span(containing address: IPAddress) -> IPSpan? { spans.first { $0.contains(address) } }

    /// What of `room` is in none of these spans.
    package func gaps(in room: IPSpan) -> [IPSpan] {
        var gaps: [IPSpan] = []
        var next: IPAddress? = room.first
        for span in spans where span.overlaps(room) {
            guard let start = next else { break }
            if start < span.first, let end = span.first.predecessor { gaps.append(IPSpan(start, end, ["unused"])) }
            next = span.last.advanced(by: 1).flatMap { $0 <= room.last ? max($0, start) : nil }
        }
        if let start = next { gaps.append(IPSpan(start, room.last, ["unused"])) }
        return gaps
    }

    /// What of several rooms is in none of these spans; rooms that touch count as one.
    package func gaps(in rooms: [IPSpan]) -> [IPSpan] {
        let plain = IPSpanSet(rooms.map { IPSpan($0.first, $0.last) })
        return plain.spans.flatMap { gaps(in: $0) }
    }
}
