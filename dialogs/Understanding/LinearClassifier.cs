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

    private readonly Dictionary<string, int> _features = new(StringComparer.Ordinal);
    private readonly float[] _weights;
    private readonly int _labels;

    /// <summary>Trains a model.</summary>
    /// <param name="examples">Features and label of each example.</param>
    /// <param name="labels">How many labels there are, numbered from 0.</param>
    public LinearClassifier(IReadOnlyList<(IReadOnlyCollection<string> Features, int Label)> examples, int labels)
    {
        _labels = labels;
        var rows = new (int[] Features, int Label)[examples.Count];
        for (var at = 0; at < rows.Length; at++)
        {
            rows[at] = ([.. examples[at].Features.Select(Number)], examples[at].Label);
        }

        _weights = new float[_features.Count * labels];
        Train(rows);
    }

    /// <summary>How likely each label is; they add up to 1.</summary>
    public float[] Predict(IEnumerable<string> features) =>
        Predict([.. features.Select(feature => _features.GetValueOrDefault(feature, -1)).Where(number => number >= 0)]);

    private int Number(string feature)
    {
        if (!_features.TryGetValue(feature, out var number))
        {
            _features[feature] = number = _features.Count;
        }

        return number;
    }

    private void Train((int[] Features, int Label)[] rows)
    {
        var squares = new float[_weights.Length];
        // Rare labels count more, but not in full: the square root keeps ten lines from shouting down five hundred.
        var sizes = rows.CountBy(row => row.Label).ToDictionary();
        var most = sizes.Values.Max();
        // A prime stride visits the rows in a mixed order that is always the same.
        const int Stride = 7919;
        for (var round = 0; round < Rounds; round++)
        {
            for (var visit = 0; visit < rows.Length; visit++)
            {
                var row = rows[(int)(((long)visit * Stride + round) % rows.Length)];
                var chances = Predict(row.Features);
                chances[row.Label] -= 1;
                var weight = MathF.Sqrt((float)most / sizes[row.Label]);
                weight = MathF.Min(weight, 3);
                foreach (var feature in row.Features)
                {
                    for (var label = 0; label < _labels; label++)
                    {
                        var at = feature * _labels + label;
                        var slope = weight * chances[label] + Decay * _weights[at];
                        squares[at] += slope * slope;
                        _weights[at] -= Step * slope / (MathF.Sqrt(squares[at]) + 1e-6f);
                    }
                }
            }
        }
    }

    private float[] Predict(int[] features)
    {
        var scores = new float[_labels];
        foreach (var feature in features)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(scores, _weights.AsSpan(feature * _labels, _labels), scores);
        }

        System.Numerics.Tensors.TensorPrimitives.SoftMax(scores, scores);
        return scores;
    }
}
