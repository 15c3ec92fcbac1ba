/// What a person probably meant to write.
enum FixtureLikeness {
    /// `; did you mean WORD?`, or nothing when none of the words is near enough to be a typing mistake.
    static func hint(_ word: String, among words: some Sequence<String>) -> String {
        let allowed = max(1, word.count / 3)
        let lowered = word.lowercased()
        let near = words.map { ($0, distance(lowered, $0.lowercased())) }.filter { $0.1 <= allowed && $0.0 != word }
        guard let best = near.min(by: { ($0.1, $0.0) < ($1.1, $1.0) })?.0 else { return "" }
        return "; did you mean \(best)?"
    }

    /// How many letters have to be inserted, removed or replaced.
    static func distance(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
        // Long texts are no names, and comparing them takes the product of their lengths.
        guard first.count <= 64, second.count <= 64 else { return first == second ? 0 : .max }
        var row = Array(0...second.count)
        for (i, letter) in first.enumerated() {
            var next = [i + 1]
            for (j, other) in second.enumerated() {
                next.append(min(row[j + 1] + 1, next[j] + 1, row[j] + (letter == other ? 0 : 1)))
            }
            row = next
        }
        return row[second.count]
    }
}
