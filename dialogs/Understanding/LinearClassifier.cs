using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// Multinomial logistic regression over sparse features, trained with AdaGrad in a fixed order, so that the same examples always make
/// the same model. Decision 0045 says why it is our own.
/// </summary>
internal sealed class LinearClassifier
{
    private const int Rounds = 12;
    private const float Step = 0.35f;
    private const float Decay = 0.0004f;

    // Every vector of a machine fits a whole number of times into a row of weights that is a multiple of this.
    private const int Lanes = 16;

    private readonly Dictionary<string, int> _features = new(StringComparer.Ordinal);
    private readonly float[] _weights;
    private readonly int _labels;
    private readonly int _width;

    /// <summary>Trains a model.</summary>
    /// <param name="examples">Features and label of each example.</param>
    /// <param name="labels">How many labels there are, numbered from 0.</param>
    public LinearClassifier(IReadOnlyList<(IReadOnlyCollection<string> Features, int Label)> examples, int labels)
    {
        _labels = labels;
        _width = (labels + Lanes - 1) / Lanes * Lanes;
        var rows = new (int[] Features, int Label)[examples.Count];
        for (var at = 0; at < rows.Length; at++)
        {
            rows[at] = ([.. examples[at].Features.Select(Number)], examples[at].Label);
        }

        _weights = new float[_features.Count * _width];
        Train(rows);
    }

    /// <summary>How likely each label is; they add up to 1.</summary>
    public float[] Predict(IEnumerable<string> features)
    {
        var chances = new float[_width];
        Predict([.. features.Select(feature => _features.GetValueOrDefault(feature, -1)).Where(number => number >= 0)], chances);
        return chances[.._labels];
    }

    private int Number(string feature)
    {
        if (!_features.TryGetValue(feature, out var number))
        {
            _features[feature] = number = _features.Count;
        }

        return number;
    }

    // It runs once, at the start, when everybody waits: there is no time to find out first that it is worth compiling well.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Train((int[] Features, int Label)[] rows)
    {
        var squares = new float[_weights.Length];
        var chances = new float[_width];
        // Rare labels count more, but not in full: the square root keeps ten lines from shouting down five hundred.
        var sizes = rows.CountBy(row => row.Label).ToDictionary();
        var most = sizes.Values.Max();
        var pulls = Enumerable.Range(0, _labels).Select(label => MathF.Min(MathF.Sqrt((float)most / sizes.GetValueOrDefault(label, most)), 3)).ToArray();
        // A prime stride visits the rows in a mixed order that is always the same.
        const int Stride = 7919;
        for (var round = 0; round < Rounds; round++)
        {
            for (var visit = 0; visit < rows.Length; visit++)
            {
                var (features, label) = rows[(int)(((long)visit * Stride + round) % rows.Length)];
                Predict(features, chances);
                chances[label] -= 1;
                foreach (var feature in features)
                {
                    Learn(_weights.AsSpan(feature * _width, _width), squares.AsSpan(feature * _width, _width), chances, pulls[label]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Learn(Span<float> weights, Span<float> squares, ReadOnlySpan<float> errors, float pull)
    {
        var all = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(squares);
        var wrong = MemoryMarshal.Cast<float, Vector<float>>(errors);
        for (var at = 0; at < all.Length; at++)
        {
            var slope = (pull * wrong[at]) + (Decay * all[at]);
            sums[at] += slope * slope;
            all[at] -= Step * slope / (Vector.SquareRoot(sums[at]) + new Vector<float>(1e-6f));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Predict(int[] features, float[] chances)
    {
        Array.Clear(chances);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(chances.AsSpan());
        foreach (var feature in features)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(feature * _width, _width));
            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += row[at];
            }
        }

        // Softmax, moved so that nothing overflows.
        var (highest, sum) = (float.MinValue, 0f);
        for (var label = 0; label < _labels; label++)
        {
            highest = MathF.Max(highest, chances[label]);
        }

        for (var label = 0; label < _labels; label++)
        {
            sum += chances[label] = MathF.Exp(chances[label] - highest);
        }

        for (var label = 0; label < _labels; label++)
        {
            chances[label] /= sum;
        }
    }
}
