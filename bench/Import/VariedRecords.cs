using System.Globalization;
using System.Text;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Bench.Import;

/// <summary>
/// Makes many records out of few: each has the fields of a real one, with a number of its own, words of other records exchanged into its
/// title, author and subjects, and a copy or two.
/// </summary>
internal static class VariedRecords
{
    /// <summary>Facts of well-known books, as catalogued: author, title, publisher, year, pages, subjects, summary.</summary>
    private static readonly string[] Known =
    [
        "Paulsen, Gary.|Hatchet|Bradbury Press|1987|195|Survival$xFiction.;Airplane crashes$xFiction.;Wilderness areas$zCanada$vFiction.|After a plane crash a boy of thirteen lives through fifty-four days in the wilderness, learning to make fire and find food with only the hatchet his mother gave him.",
        "White, E. B.|Charlotte's web|Harper|1952|184|Pigs$vFiction.;Spiders$vFiction.;Farm life$vFiction.;Friendship$vFiction.|A pig who is to be killed is saved by the words a clever spider writes in her web above his pen.",
        "Ryan, Pam Muñoz.|Esperanza rising|Scholastic|2000|262|Mexican Americans$vFiction.;Agricultural laborers$zCalifornia$vFiction.;Depressions$y1929$vFiction.|A girl from a rich family in Mexico must begin anew in the camps of farm workers in California during the Great Depression.",
        "Sachar, Louis.|Holes|Farrar, Straus and Giroux|1998|233|Juvenile delinquency$vFiction.;Friendship$vFiction.;Buried treasure$vFiction.|Sent to a camp in the desert where boys dig holes all day, a boy finds out what is really sought there, and breaks the bad luck of his family.",
        "Cisneros, Sandra.|La casa en Mango Street|Vintage Español|1994|112|Mexican American families$vFiction.;Chicago (Ill.)$vFiction.|Una niña cuenta en relatos breves su vida en un barrio latino de Chicago y su deseo de una casa propia.",
        "Macaulay, David.|Castle|Houghton Mifflin|1977|80|Castles.;Fortification.;Architecture, Medieval.|Text and detailed drawings follow the planning and building of an imaginary castle and its town in Wales in the thirteenth century.",
        "Taylor, Mildred D.|Roll of thunder, hear my cry|Dial Press|1976|276|African Americans$vFiction.;Family life$vFiction.;Mississippi$vFiction.|A Black family in Mississippi in the nineteen-thirties holds on to its land and its pride in the face of hatred its children do not understand.",
        "Steig, William.|Sylvester and the magic pebble|Windmill Books|1969|32|Donkeys$vFiction.;Magic$vFiction.;Rocks$vFiction.|A donkey who collects pebbles finds one that grants wishes, and in a fright wishes himself into a rock.",
    ];

    /// <summary>Writes a file of so many records.</summary>
    public static async Task WriteAsync(string path, int records, FileInfo[] from, CancellationToken cancellationToken)
    {
        var models = from.Length == 0 ? Known.Select(FromFacts).ToList() : await ReadAsync(from, cancellationToken);
        var random = new Random(100_000);
        await using var file = File.Create(path);
        for (var number = 1; number <= records; number++)
        {
            var model = models[number % models.Count];
            var other = models[random.Next(models.Count)];
            await file.WriteAsync(Vary(model, other, number, random), cancellationToken);
        }
    }

    private static byte[] Vary(List<(string Tag, byte[] Data)> model, List<(string Tag, byte[] Data)> other, int number, Random random)
    {
        var fields = new List<(string Tag, byte[] Data)> { ("001", Bytes($"b{number:D8}")), ("003", Bytes("BENCH")) };
        foreach (var (tag, data) in model)
        {
            switch (tag)
            {
                case "001" or "003" or "852" or "949":
                    continue;
                case "245":
                    // A word of another title and a number make it a title of its own.
                    fields.Add((tag, [.. data, .. Bytes($"\u001Fn{WordOf(other, "245", random)} {number}")]));
                    break;
                case "650" when random.Next(4) == 0 && other.Find(each => each.Tag == tag).Data is { } exchanged:
                    fields.Add((tag, exchanged));
                    break;
                default:
                    fields.Add((tag, data));
                    break;
            }
        }

        for (var copy = 0; copy <= random.Next(3); copy++)
        {
            fields.Add(("852", Bytes($"  \u001FbMAIN\u001FcFiction\u001FjFIC {number % 1000}\u001Fp{number:D8}{copy}\u001FsAvailable")));
        }

        return Build(fields);
    }

    private static string WordOf(List<(string Tag, byte[] Data)> record, string tag, Random random)
    {
        var words = Encoding.UTF8.GetString(record.Find(each => each.Tag == tag).Data ?? []).Split([' ', '\u001F'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "part" : words[random.Next(words.Length)].Trim('/', ':', '.', ',');
    }

    private static byte[] Build(List<(string Tag, byte[] Data)> fields)
    {
        var (directory, data) = (new StringBuilder(), new List<byte>());
        foreach (var (tag, bytes) in fields)
        {
            directory.Append(CultureInfo.InvariantCulture, $"{tag}{bytes.Length + 1:D4}{data.Count:D5}");
            data.AddRange(bytes);
            data.Add(MarcFraming.FieldTerminator);
        }

        var start = 24 + directory.Length + 1;
        return [.. Bytes($"{start + data.Count + 1:D5}nam a22{start:D5} a 4500{directory}"), MarcFraming.FieldTerminator, .. data, MarcFraming.RecordTerminator];
    }

    private static List<(string Tag, byte[] Data)> FromFacts(string facts)
    {
        var parts = facts.Split('|');
        return
        [
            ("008", Bytes($"990101s{parts[3]}    nyua   c      000 1 {(parts[1].StartsWith("La ", StringComparison.Ordinal) ? "spa" : "eng")} d")),
            ("100", Bytes($"1 \u001Fa{parts[0]}")),
            ("245", Bytes($"10\u001Fa{parts[1]} /\u001Fcby {parts[0]}")),
            ("260", Bytes($"  \u001FaNew York :\u001Fb{parts[2]},\u001Fc{parts[3]}.")),
            ("300", Bytes($"  \u001Fa{parts[4]} p. :\u001Fbill. ;\u001Fc22 cm.")),
            ("520", Bytes($"  \u001Fa{parts[6]}")),
            ("521", Bytes("2 \u001Fa4-7.")),
            .. parts[5].Split(';').Select(subject => ("650", Bytes(" 0\u001Fa" + subject.Replace('$', '\u001F')))),
        ];
    }

    private static async Task<List<List<(string Tag, byte[] Data)>>> ReadAsync(FileInfo[] files, CancellationToken cancellationToken)
    {
        var models = new List<List<(string Tag, byte[] Data)>>();
        foreach (var file in files)
        {
            await using var stream = file.OpenRead();
            var records = file.Extension == ".xml" ? MarcXmlReader.ReadAsync(stream, cancellationToken) : MarcBinaryReader.ReadAsync(stream, cancellationToken);
            await foreach (var (_, record, _) in records)
            {
                if (record is { Fields.Count: > 0 })
                {
                    models.Add([.. record.Fields.Select(field => (field.Tag, Bytes(field.Value ?? $"{field.Indicator1}{field.Indicator2}{string.Concat(field.Subfields.Select(each => $"\u001F{each.Code}{each.Value}"))}")))]);
                }
            }
        }

        return models;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
